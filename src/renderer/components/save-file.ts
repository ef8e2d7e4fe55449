import type { FileView } from '../../preload/contract/shapes.ts'

/** Hands a text to the browser's own download. */
export const saveFile = ({ name, mediaType, text }: FileView): void => {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

const CHUNK = 0x8000

/** A chosen file as it travels: its bytes in base64, the encoding still to be found out. */
export const readFileBytes = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK) pieces.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)))
  return btoa(pieces.join(''))
}
