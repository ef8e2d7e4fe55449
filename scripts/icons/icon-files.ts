export interface Picture {
  /** Side, in pixels. */
  readonly size: number
  readonly png: Buffer
}

/** An icon of Windows: a directory of pictures, each a PNG (read since Vista). */
export const toIco = (pictures: readonly Picture[]): Buffer => {
  const head = Buffer.alloc(6)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = 6 + 16 * pictures.length
  const entries = pictures.map(({ size, png }) => {
    const entry = Buffer.alloc(16)
    // 0 stands for 256.
    entry.writeUInt8(size % 256, 0)
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(png.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += png.length
    return entry
  })
  return Buffer.concat([head, ...entries, ...pictures.map(({ png }) => png)])
}

/** Apple's name for a picture of this side: those that hold a PNG, once for each size and once as `@2x` of half of it. */
const APPLE_TYPES: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
}

/** An icon of macOS; sizes it has no name for are left out. */
export const toIcns = (pictures: readonly Picture[]): Buffer => {
  const chunks = pictures.flatMap(({ size, png }) => (APPLE_TYPES[size] ?? []).map((type) => chunk(type, png)))
  return chunk('icns', Buffer.concat(chunks))
}

/** Four letters, the length of the whole, the content. */
const chunk = (type: string, content: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}
