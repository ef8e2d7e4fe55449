/** In bytes; what a document may have in characters is less. */
const LARGEST = 750_000

export type FileRead = { readonly text: string } | { readonly problem: 'too-large' | 'not-text' }

/** A file that is to be a text in UTF-8; a byte order mark is not part of it. */
export const readTextFile = async (file: File): Promise<FileRead> => {
  if (file.size > LARGEST) return { problem: 'too-large' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()) }
  } catch {
    return { problem: 'not-text' }
  }
}
