/** What the service answers instead of doing as it was asked; `%1` and `%name` in the message are filled in by whoever reads it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly parameters: readonly string[] | Readonly<Record<string, string>> | null

  constructor(status: number, message: string, parameters: Refusal['parameters'] = null) {
    super(message)
    this.status = status
    this.parameters = parameters
  }
}

export const required = (fieldName: string): Refusal =>
  new Refusal(400, '"%fieldName" is required. Enter and try again.', { fieldName })

export const noEntity = (): Refusal =>
  new Refusal(404, "The entity that was requested doesn't exist. Verify the entity and try again.")

export const noRoute = (): Refusal => new Refusal(404, 'Request does not match any route.')
