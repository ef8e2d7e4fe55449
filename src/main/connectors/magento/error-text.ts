import { z } from 'zod'

const Refusal = z.object({
  message: z.string(),
  parameters: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).nullish(),
})

/** What Magento says about a call it did not do, its placeholders filled in (6): `%1` from a list, `%fieldName` by name. Null: it says nothing. */
export const errorText = (bytes: Uint8Array): string | null => {
  const refusal = Refusal.safeParse(parse(bytes))
  if (!refusal.success) return null
  const { message, parameters } = refusal.data
  const named = Array.isArray(parameters)
    ? parameters.map((value, at) => [String(at + 1), value] as const)
    : Object.entries(parameters ?? {})
  // The longest name first: `%10` is not `%1` before a zero.
  return named
    .toSorted(([one], [other]) => other.length - one.length)
    .reduce((text, [name, value]) => text.replaceAll(`%${name}`, () => String(value)), message)
}

const parse = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
