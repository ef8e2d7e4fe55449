import type { Reply } from '../wire.ts'

export const json = (status: number, value: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
})

export const noContent = (): Reply => ({ status: 204, body: '' })

/** An answer in the platform's form of errors (lightspeed.md 6). */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly fields: Readonly<Record<string, string>> | undefined

  constructor(status: number, message: string, fields?: Readonly<Record<string, string>>) {
    super(message)
    this.status = status
    this.fields = fields
  }

  toReply(method: string, request: string): Reply {
    const error = { code: this.status, method, request, message: this.message }
    return json(this.status, { error, ...(this.fields === undefined ? {} : { errors: this.fields }) })
  }
}

export const notFound = (what: string): ApiError => new ApiError(404, `${what} not found.`)
