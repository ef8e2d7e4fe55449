import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { BLUE_MUG } from '../../../batteries/back-office/harness.ts'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { startCustomFolderSimulator, startCustomSftpSimulator } from '../../../simulators/custom-files/index.ts'
import { openOverFiles } from './over-files.ts'

describe('a cancellation by file', () => {
  it('is asked for once, is none until the other side says so, and is one then', async () => {
    const { backOffice, there, simulator } = await openOverFiles(startCustomFolderSimulator, { isWatching: false })
    await there.addProducts([BLUE_MUG])
    const placed = await backOffice.placeOrder(anOrderToPlace())
    simulator.importer.work()

    const asked = await backOffice.cancelOrder(placed, 'The buyer cancelled')
    const again = await backOffice.cancelOrder(placed, 'The buyer cancelled')
    const requests = readdirSync(join(simulator.disk, 'cancel')).filter((name) => name.endsWith('.csv'))
    simulator.importer.work()

    const waiting = { declined: 'Asked for by the file “cancel/cancel_RKT-214001.csv”; there is no answer yet.' }
    expect([asked, again, requests]).toEqual([waiting, waiting, ['cancel_RKT-214001.csv']])
    expect(await backOffice.cancelOrder(placed, 'The buyer cancelled')).toBe('cancelled')
    expect(simulator.importer.units.get('MUG-BLUE')).toBe(10)
  })
})

describe('the host key of the server of a folder', () => {
  it('is the one it showed first, and another is refused', async () => {
    const { backOffice, records, again } = await openOverFiles(startCustomSftpSimulator)
    const [first] = await backOffice.testConnection()

    const key = records.list('files/host-key/', z.string())[0]?.key ?? ''
    records.save(key, `SHA256:${'A'.repeat(43)}`)
    const [second] = await again().testConnection()

    expect(first).toMatchObject({ ok: true, message: expect.stringContaining('SHA256:') })
    expect(second).toMatchObject({ ok: false, message: expect.stringContaining('and not SHA256:AAAA') })
  })
})
