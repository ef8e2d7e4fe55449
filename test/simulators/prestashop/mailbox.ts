export interface Mail {
  readonly to: string
  readonly template: string
}

/** What the shop has sent. */
export class Mailbox {
  readonly sent: Mail[] = []

  send(to: string, template: string): void {
    this.sent.push({ to, template })
  }
}
