const CHARACTERS = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
const QUESTION_MARK = 0x3f

/** One byte for each character; what the encoding lacks loses its accent, or becomes a question mark. */
export const encodeWindows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text.normalize('NFC'), (character) => {
    const byte = CHARACTERS.indexOf(character)
    if (byte !== -1) return byte
    const [base = ''] = character.normalize('NFKD')
    return CHARACTERS.includes(base) && base !== '' ? CHARACTERS.indexOf(base) : QUESTION_MARK
  })
