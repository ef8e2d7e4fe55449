/**
 * A value as PHP's `serialize` writes it, for plugins that serialise what WordPress serialises again (woocommerce.md pitfall 8). Arrays come
 * as objects. Undefined for anything else, objects of classes among it.
 */
export const readSerialised = (text: string): unknown => {
  const reader = { bytes: Buffer.from(text), at: 0 }
  try {
    const value = readValue(reader)
    return reader.at === reader.bytes.length ? value : undefined
  } catch (error) {
    if (error instanceof NotSerialised) return undefined
    throw error
  }
}

class NotSerialised extends Error {
  override readonly name = 'NotSerialised'
}

interface Reader {
  readonly bytes: Buffer
  at: number
}

const readValue = (reader: Reader): unknown => {
  const type = take(reader, 1)
  if (type === 'N') return expect(reader, ';') ?? null
  expect(reader, ':')
  switch (type) {
    case 'i':
    case 'd':
      return Number(until(reader, ';'))
    case 'b':
      return until(reader, ';') === '1'
    case 's':
      return readText(reader)
    case 'a':
      return readArray(reader)
    default:
      throw new NotSerialised()
  }
}

/** Its length is in bytes. */
const readText = (reader: Reader): string => {
  const length = Number(until(reader, ':'))
  expect(reader, '"')
  const text = take(reader, length)
  expect(reader, '";')
  return text
}

const readArray = (reader: Reader): unknown => {
  const count = Number(until(reader, ':'))
  expect(reader, '{')
  const entries: [string, unknown][] = []
  for (let index = 0; index < count; index++) entries.push([String(readValue(reader)), readValue(reader)])
  expect(reader, '}')
  return Object.fromEntries(entries)
}

const take = (reader: Reader, length: number): string => {
  const end = reader.at + length
  if (!(end <= reader.bytes.length)) throw new NotSerialised()
  const text = reader.bytes.toString('utf8', reader.at, end)
  reader.at = end
  return text
}

const until = (reader: Reader, sign: string): string => {
  const end = reader.bytes.indexOf(sign, reader.at)
  if (end === -1) throw new NotSerialised()
  const text = take(reader, end - reader.at)
  reader.at += sign.length
  return text
}

const expect = (reader: Reader, text: string): undefined => {
  if (take(reader, Buffer.byteLength(text)) !== text) throw new NotSerialised()
}
