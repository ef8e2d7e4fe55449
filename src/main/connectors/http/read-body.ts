/** The body grew over the cap; what came so far is thrown away. */
export class TooLong extends Error {
  override readonly name = 'TooLong'
}

/** Reads a body piece by piece and stops as soon as it is over the cap, unpacked bytes counted. */
export const readBody = async (body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  let length = 0
  // Leaving the loop early cancels the stream, and with it the transfer.
  for await (const piece of body ?? []) {
    length += piece.byteLength
    if (length > maxBytes) throw new TooLong(`more than ${maxBytes} bytes`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces, length)
}
