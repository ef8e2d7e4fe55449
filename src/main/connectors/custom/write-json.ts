import type { Canonical } from './canonical.ts'
import { type Filling, fillMember } from './fill.ts'
import type { Body } from './formats.ts'

/** A structure first, then its values: what a buyer wrote cannot break out of its quotes. */
export const writeJson = (body: Body, canonical: Canonical, filling: Omit<Filling, 'values'>): string =>
  JSON.stringify(filledBody(body, canonical, filling))

/** The body with its placeholders filled and its lines repeated. */
export const filledBody = (body: Body, canonical: Canonical, filling: Omit<Filling, 'values'>): Body =>
  filled(body, canonical.order, canonical, filling)

const filled = (
  body: Body,
  values: Canonical['order'],
  canonical: Canonical,
  filling: Omit<Filling, 'values'>,
): Body => {
  if (typeof body === 'string') return fillMember(body, { ...filling, values })
  if (body === null || typeof body !== 'object') return body
  const inside = (part: Body): Body => filled(part, values, canonical, filling)
  if (isList(body)) return body.map(inside)
  const each = eachOf(body)
  if (each === null) return Object.fromEntries(Object.entries(body).map(([name, part]) => [name, inside(part)]))
  return canonical.lines.map((line) => filled(each, { ...values, ...line }, canonical, filling))
}

/** What is repeated for each line of the order; null for any other structure. */
export const eachOf = (body: { readonly [name: string]: Body }): Body | null =>
  body['$each'] === undefined ? null : (body['item'] ?? null)

export const isList = (body: Body): body is readonly Body[] => Array.isArray(body)
