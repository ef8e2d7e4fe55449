import { z } from 'zod'
import { invalidParam, RestError } from './errors.ts'

/** The body of a request as JSON; WordPress takes none for an empty one. */
export const readBody = (body: Buffer): Readonly<Record<string, unknown>> => {
  if (body.length === 0) return {}
  try {
    const value: unknown = JSON.parse(body.toString())
    return z.record(z.string(), z.unknown()).parse(value)
  } catch {
    throw new RestError(400, 'rest_invalid_json', 'Invalid JSON body passed.')
  }
}

/** As the schema wants it; the first argument that is not is named, as WordPress does. */
export const validated = <T>(schema: z.ZodType<T>, body: Readonly<Record<string, unknown>>): T => {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const [param = '', ...rest] = issue?.path.map(String) ?? []
  throw invalidParam(param, `${[param, ...rest.map((part) => `[${part}]`)].join('')}: ${issue?.message}`)
}

/** An amount as WooCommerce reads it, in millionths: every sign that is no digit, point or minus is dropped, a comma among them (pitfall 15). */
export const amountOf = (text: string): number => Math.round(Number(text.replace(/[^0-9.-]/g, '')) * 1_000_000)
