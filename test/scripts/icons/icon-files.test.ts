import { describe, expect, it } from 'vitest'
import { toIcns, toIco } from '../../../scripts/icons/icon-files.ts'

const picture = (size: number) => ({ size, png: Buffer.from(`picture of ${size}`) })

describe('toIco', () => {
  it('says of every picture how large it is and where it lies', () => {
    const file = toIco([picture(16), picture(256)])

    const entry = (index: number) => file.subarray(6 + 16 * index, 22 + 16 * index)
    const pictureOf = (index: number) => {
      const [length, offset] = [entry(index).readUInt32LE(8), entry(index).readUInt32LE(12)]
      return file.subarray(offset, offset + length).toString()
    }
    expect([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([0, 1, 2])
    expect([entry(0)[0], pictureOf(0)]).toEqual([16, 'picture of 16'])
    expect([entry(1)[0], pictureOf(1)]).toEqual([0, 'picture of 256'])
  })
})

describe('toIcns', () => {
  it('holds every picture under the names macOS has for its size, and leaves other sizes out', () => {
    const file = toIcns([picture(24), picture(32), picture(1024)])

    const names: string[] = []
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) names.push(file.toString('latin1', at, at + 4))
    expect(file.toString('latin1', 0, 4)).toBe('icns')
    expect(file.readUInt32BE(4)).toBe(file.length)
    expect(names).toEqual(['icp5', 'ic11', 'ic10'])
  })
})
