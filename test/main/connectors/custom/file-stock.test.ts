import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BLUE_MUG } from '../../../batteries/back-office/harness.ts'
import { startCustomFolderSimulator } from '../../../simulators/custom-files/index.ts'
import { openOverFiles } from './over-files.ts'

const HOUR = 3_600_000

const openStocked = async () => {
  const opened = await openOverFiles(startCustomFolderSimulator)
  await opened.there.addProducts([BLUE_MUG])
  const folder = join(opened.simulator.disk, 'stock')
  const put = (name: string, content: string, hoursAgo = 0): void => {
    const at = (opened.clock.now() - hoursAgo * HOUR) / 1000
    writeFileSync(join(folder, name), content)
    utimesSync(join(folder, name), at, at)
  }
  return { ...opened, folder, put }
}

describe('a stock file', () => {
  it('stays where it is and counts until it is too old', async () => {
    const { backOffice, clock, folder } = await openStocked()

    const now = await backOffice.readStock()
    clock.advance(25 * HOUR)
    const later = await backOffice.readStock()
    clock.advance(2 * HOUR)

    expect([now, later]).toMatchObject([[{ sku: 'MUG-BLUE', available: 10 }], [{ available: 10 }]])
    await expect(backOffice.readStock()).rejects.toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('hours old'),
    })
    expect(readdirSync(folder)).toContain('stock.csv')
  })

  it('gives way to a newer one, and is moved away', async () => {
    const { backOffice, put, folder, clock } = await openStocked()
    clock.advance(HOUR)
    put('stock_2.csv', 'sku;quantity;title\r\nMUG-BLUE;4;Blue mug\r\n')

    expect(await backOffice.readStock()).toMatchObject([{ available: 4 }])

    expect(readdirSync(folder).sort()).toEqual(['processed', 'stock_2.csv'])
  })

  it.each([
    ['lists nothing', 'sku;quantity;title\r\n'],
    ['is empty', ''],
    ['lacks a column', 'sku;title\r\nMUG-BLUE;Blue mug\r\n'],
    ['has half a row', 'sku;quantity;title\r\nMUG-BLUE;10;Blue mug\r\nMUG-RED'],
    ['has no number', 'sku;quantity;title\r\nMUG-BLUE;many;Blue mug\r\n'],
  ])('that %s is a fault, and not the end of all stock', async (_, content) => {
    const { backOffice, put } = await openStocked()
    put('stock.csv', content)

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'unreadable' })
  })

  it('that is missing is a fault', async () => {
    const { backOffice, folder } = await openStocked()
    rmSync(join(folder, 'stock.csv'))

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'unreadable' })
  })
})
