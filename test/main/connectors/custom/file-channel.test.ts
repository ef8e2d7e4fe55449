import { describe, expect, it } from 'vitest'
import { cancellingPromises } from '../../../batteries/back-office/cancelling.ts'
import { aParcel, openWithMugs } from '../../../batteries/back-office/harness.ts'
import { placingPromises } from '../../../batteries/back-office/placing.ts'
import { stockPromises } from '../../../batteries/back-office/stock.ts'
import { backOfficeBattery } from '../../../batteries/back-office.ts'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import {
  startCustomFolderSimulator,
  startCustomFtpsSimulator,
  startCustomSftpSimulator,
} from '../../../simulators/custom-files/index.ts'
import { overFiles } from './over-files.ts'

backOfficeBattery('A folder of this PC', overFiles(startCustomFolderSimulator))
backOfficeBattery('A folder by SFTP', overFiles(startCustomSftpSimulator))

// All of the battery passes; 500 orders, each in a session of its own under TLS, would take longer than the rest of the suite.
describe('A folder by FTPS', () => {
  const harness = overFiles(startCustomFtpsSimulator)
  placingPromises(harness)
  cancellingPromises(harness)
  stockPromises(harness)

  it('takes an order out, its parcel and the stock in', async () => {
    const { backOffice, there } = await openWithMugs(harness)

    const placed = await backOffice.placeOrder(anOrderToPlace())
    await there.complete(placed, [aParcel()])
    const progress = await backOffice.readShipments([placed])
    const stock = await backOffice.readStock()

    expect(progress.get(placed.backOfficeRef)).toMatchObject({
      state: 'completed',
      parcels: [{ trackingNumber: '6A12345678901' }],
    })
    expect(stock).toMatchObject([{ sku: 'MUG-BLUE', available: 9 }, { sku: 'MUG-RED' }])
    expect((await backOffice.testConnection()).filter(({ ok }) => !ok)).toEqual([])
  })
})
