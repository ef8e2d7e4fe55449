/** Signs that look the same to a reader and are refused as they are: each has one plain form. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[‘’ʼ′‛`´]/g, "'"],
  [/[“”«»„]/g, '"'],
  [/[‐‑‒–—−]/g, '-'],
  [/…/g, '...'],
  [/№/g, 'No'],
  // Unseen: blanks of all widths, joiners, marks of direction.
  [/[\p{Zs}\t\r\n]+/gu, ' '],
  [/[\p{Cf}\p{Cc}]/gu, ''],
]

/** A text as Cubyn takes it where that changes nothing for a reader: one kind of blank, apostrophe and hyphen, nothing unseen. */
export const plain = (text: string): string =>
  PLAIN.reduce((so, [pattern, by]) => so.replace(pattern, by), text.normalize('NFC').replace(/[！-～]/g, narrow)).trim()

/** Letters of Latin script with whatever accents, digits, and what a keyboard has: all that Cubyn takes (cubyn.md 2, pitfall 1). [C] */
export const isLatin = (text: string): boolean => /^[\p{Script=Latin}\x20-\x7E°]*$/u.test(text)

/** `Ａ` of an East Asian keyboard is an A. */
const narrow = (wide: string): string => wide.normalize('NFKC')
