import type { Carrier, UrlParam } from './carrier.ts'
import type { Route } from './recognise.ts'
import { isHttpsLink } from './web-link.ts'

/** A link for one number, or what stands in its way. */
export type TrackingLink =
  | { readonly kind: 'link'; readonly url: string }
  /** No template, or none that makes a usable link. */
  | { readonly kind: 'no-template' }
  /** A value the template cannot do without: `postcode`, `country`, `carrierCode`. */
  | { readonly kind: 'missing'; readonly field: string }

type Recipient = Pick<Route, 'toCountry' | 'toPostcode'>

/** The page that follows a normalised number (carriers.md section 5). May hold the recipient's postcode: keep it out of logs. */
export const buildTrackingLink = (carrier: Carrier, number: string, recipient: Recipient): TrackingLink => {
  const { trackingUrlTemplate, fallbackUrlTemplate } = carrier
  if (trackingUrlTemplate === null) return { kind: 'no-template' }
  const values = linkValues(carrier, number, recipient)
  const absent = placeholders(trackingUrlTemplate).filter((name) => valueFor(values, name) === null)
  const [required] = absent.filter((name) => carrier.urlParams[name]?.required !== false)
  if (absent.length > 0 && fallbackUrlTemplate !== null) return fill(fallbackUrlTemplate, values)
  if (required !== undefined) return { kind: 'missing', field: required }
  return fill(absent.reduce(withoutParameter, trackingUrlTemplate), values)
}

/** Whether a seller's template can be used: https, with the number, and the postcode at most besides. */
export const isLinkTemplate = (template: string): boolean => {
  const names = placeholders(template)
  return (
    names.includes('trackingNumber') &&
    names.every((name) => ['trackingNumber', 'postcode'].includes(name)) &&
    isHttpsLink(template.replaceAll(PLACEHOLDER, 'x'))
  )
}

const PLACEHOLDER = /\{(\w+)\}/g

const placeholders = (template: string): readonly string[] =>
  [...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name)

type Values = Readonly<Record<string, string | null>>

const valueFor = (values: Values, name: string): string | null => values[name] ?? null

const linkValues = (carrier: Carrier, number: string, { toCountry, toPostcode }: Recipient): Values => {
  const prepared = (name: string, value: string | null): string | null => prepare(carrier.urlParams[name], value)
  const values = {
    lang: prepared('lang', null),
    country: prepared('country', toCountry),
    postcode: prepared('postcode', toPostcode),
  }
  return { ...values, trackingNumber: transformNumber(carrier, number, values) }
}

/** A value as the carrier wants it; null when there is none, or none it would understand. */
const prepare = (param: UrlParam | undefined, value: string | null): string | null => {
  const bare = (value ?? '').replace(/\s/g, '')
  const ready = param?.case === 'upper' ? bare.toUpperCase() : bare
  const format = param?.format?.startsWith('^') ? new RegExp(param.format) : /./
  return format.test(ready) ? ready : (param?.default ?? null)
}

const transformNumber = (carrier: Carrier, number: string, values: Values): string => {
  const transform = carrier.numberTransforms.find(({ when }) => new RegExp(when).test(number))
  const added = placeholders(transform?.append ?? '').map((name) => valueFor(values, name) ?? '')
  return number.slice(...(transform?.slice ?? [])) + added.join('')
}

const fill = (template: string, values: Values): TrackingLink => {
  const names = placeholders(template)
  const absent = names.find((name) => valueFor(values, name) === null)
  if (absent !== undefined) return { kind: 'missing', field: absent }
  const url = template.replaceAll(PLACEHOLDER, (_, name: string) => encodeURIComponent(valueFor(values, name) ?? ''))
  return isHttpsLink(url) && names.includes('trackingNumber') ? { kind: 'link', url } : { kind: 'no-template' }
}

/** The template less the query parameter that carries a placeholder. */
const withoutParameter = (template: string, name: string): string =>
  template.replace(new RegExp(`([?&])[^?&=]+=\\{${name}\\}(&?)`), (_, before: string, after: string) =>
    after === '' ? '' : before,
  )
