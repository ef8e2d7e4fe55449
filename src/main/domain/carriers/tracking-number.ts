/** What people and copy-paste put between the characters of a number: blanks, dots, dashes, slashes, invisible characters. */
const FILLING = /[\s.\p{Pd}\u2212/\\\p{Cf}\p{Cc}]/gu

/**
 * A tracking number as carriers print it: upper case, `A-Z0-9`, 5 to 40 characters (carriers.md section 3). Null for anything else.
 */
export const normaliseNumber = (text: string): string | null => {
  const bare = text.replace(FILLING, '')
  return /^[A-Za-z0-9]{5,40}$/.test(bare) ? bare.toUpperCase() : null
}

/** Several numbers in one field stand apart by comma, semicolon or line break. */
export const splitNumbers = (field: string): readonly string[] =>
  field
    .split(/[,;\r\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
