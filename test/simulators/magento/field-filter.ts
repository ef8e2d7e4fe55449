/** `items[sku,name],total_count`: of an answer, only what was asked for. */
interface Wanted {
  readonly [field: string]: Wanted | null
}

export const onlyFields = (answer: unknown, fields: string | null): unknown =>
  fields === null ? answer : pick(answer, parse(fields))

const pick = (value: unknown, wanted: Wanted | null): unknown => {
  if (wanted === null) return value
  if (Array.isArray(value)) return value.map((one) => pick(one, wanted))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, content]) =>
      field in wanted ? [[field, pick(content, wanted[field] ?? null)]] : [],
    ),
  )
}

const parse = (text: string): Wanted => {
  const fields: Record<string, Wanted | null> = {}
  let at = 0
  while (at < text.length) {
    const name = /^[^,[\]]*/.exec(text.slice(at))?.[0] ?? ''
    at += name.length
    if (text[at] === '[') {
      const end = closing(text, at)
      fields[name] = parse(text.slice(at + 1, end))
      at = end + 1
    } else fields[name] = null
    at += 1
  }
  return fields
}

const closing = (text: string, from: number): number => {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '[') depth += 1
    if (text[at] === ']') depth -= 1
    if (depth === 0) return at
  }
  return text.length
}
