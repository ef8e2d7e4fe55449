import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every way a text could lie around in bytes without anybody having meant to hide it. */
const spellings = (word: string): readonly Buffer[] => {
  const bytes = [Buffer.from(word), Buffer.from(word, 'latin1')]
  const utf16 = Buffer.from(word, 'utf16le')
  const texts = [
    encodeURIComponent(word),
    encodeURIComponent(word).replaceAll('%20', '+'),
    new URLSearchParams({ '': word }).toString().slice(1),
    encodeURIComponent(encodeURIComponent(word)),
    JSON.stringify(word).slice(1, -1),
    asXml(word),
    Array.from(word, (character) => unlessAscii(character, (code) => `&#${code};`)).join(''),
    Array.from(word, (character) => unlessAscii(character, (code) => `\\u${code.toString(16).padStart(4, '0')}`)).join(
      '',
    ),
    ...bytes.flatMap((these) => [these.toString('hex'), ...inBase64(these)]),
  ]
  return [...bytes, utf16, Buffer.from(utf16).swap16(), ...texts.map((text) => Buffer.from(text))]
}

const asXml = (word: string): string =>
  word.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const unlessAscii = (character: string, spelled: (code: number) => string): string => {
  const code = character.codePointAt(0) ?? 0
  return code < 128 ? character : spelled(code)
}

/** Inside a longer text that was encoded it looks one of three ways; the characters it shares with its neighbours are left out. */
const inBase64 = (bytes: Buffer): readonly string[] =>
  [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const core = text.slice([0, 2, 3][before], Math.floor(((before + bytes.length) * 8) / 6))
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')]
  })

const lowered = (bytes: Buffer): string => bytes.toString('latin1').toLowerCase()

/** Which of the words the bytes hold, in whatever spelling and case. */
export const createFinder = (words: readonly string[]) => {
  const needles = words.map((word) => [word, new Set(spellings(word).map(lowered))] as const)
  return (bytes: Buffer | string): readonly string[] => {
    const haystack = lowered(Buffer.from(bytes))
    return needles.flatMap(([word, spelled]) => ([...spelled].some((one) => haystack.includes(one)) ? [word] : []))
  }
}

/** Every file under a folder, by name, links not followed. A file that goes while it is looked at held nothing that stayed. */
export const filesUnder = (folder: string): readonly { readonly name: string; readonly bytes: Buffer }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => lstatSync(join(folder, name)).isFile())
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
