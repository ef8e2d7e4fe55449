import type { Reply } from '../wire.ts'

/** What Shopware answers instead of doing what it was asked (shopware.md 6). */
export class Refusal extends Error {
  readonly status: number
  readonly errors: readonly object[]

  constructor(status: number, ...errors: readonly Wrong[]) {
    super(errors.map(({ detail }) => detail).join(' '))
    this.status = status
    this.errors = errors.map(({ code, detail, title = TITLES[status] ?? '', pointer, parameters = {} }) => ({
      ...{ code, status: String(status), title, detail },
      ...(pointer === undefined ? {} : { source: { pointer } }),
      meta: { parameters },
    }))
  }

  get reply(): Reply {
    return json(this.status, { errors: this.errors })
  }
}

interface Wrong {
  readonly code: string
  readonly detail: string | null
  readonly title?: string
  readonly pointer?: string
  readonly parameters?: object
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
}

export const json = (status: number, body: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

export const BLANK = 'c1051bb4-d103-4f74-8988-acbcafc7fdc3'

export const missingPrivileges = (privileges: readonly string[]): Refusal =>
  new Refusal(403, {
    code: 'FRAMEWORK__MISSING_PRIVILEGE_ERROR',
    detail: JSON.stringify({ message: 'Missing privilege', missingPrivileges: privileges }),
  })
