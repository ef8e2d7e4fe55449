/** What is worth keeping for whoever looks for a cause: no secrets, no buyers. */
export interface Log {
  info(text: string, facts?: Readonly<Record<string, unknown>>): void
  warn(text: string, facts?: Readonly<Record<string, unknown>>): void
  error(text: string, facts?: Readonly<Record<string, unknown>>): void
}
