import { describe, expect, it } from 'vitest'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { openMagento } from './open-magento.ts'

describe('a call to Magento', () => {
  it('finds the service of a shop that rewrites no addresses, and remembers where it was', async () => {
    const { backOffice, hands, wire } = await openMagento()
    hands.setup.rewritesAddresses = false

    await backOffice.placeOrder(anOrderToPlace())

    const paths = wire?.received.map(({ url }) => url.pathname.split('/')[1]) ?? []
    expect(paths.filter((part) => part === 'rest')).toHaveLength(1)
    expect(paths.at(-1)).toBe('index.php')
  })

  it.each(['', '/', '/rest', '/rest/', '/index.php/', '/index.php/rest'])(
    'takes the shop address with "%s" behind it',
    async (end) => {
      const { simulator } = await openMagento()
      const { origin } = simulator.url
      const { backOffice } = await openMagento({ values: { shopUrl: `${origin}${end}`, ...keysOf(simulator.values) } })

      expect(await backOffice.findOrders('RKT-1')).toEqual([])
    },
  )

  it('says that no Magento answers where there is none', async () => {
    const { simulator } = await openMagento()
    const { backOffice } = await openMagento({ values: { shopUrl: `${simulator.url.href}shop` } })

    await expect(backOffice.findOrders('RKT-1')).rejects.toMatchObject({
      kind: 'settings',
      message: expect.stringContaining('no Magento REST service'),
    })
  })

  it('names the clock of this PC, not the keys, when it is far off', async () => {
    const { backOffice, hands } = await openMagento()
    hands.serverAhead(25 * 60_000)

    await expect(backOffice.readStock()).rejects.toMatchObject({
      kind: 'clock',
      message: expect.stringContaining('25 minutes slow'),
    })
    const checks = await backOffice.testConnection()
    expect(checks).toContainEqual(expect.objectContaining({ name: 'Reachable', ok: true }))
    expect(checks).toContainEqual(expect.objectContaining({ name: 'Time of this PC', ok: false, aside: true }))
  })

  it('a missing right stops an order as a setting, not as a wrong key, and creates nothing', async () => {
    const { backOffice, hands } = await openMagento()
    hands.takeRight('Magento_Sales::create')

    await expect(backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({
      ...{ kind: 'settings', outcome: 'not-done', message: expect.stringContaining('Magento_Sales::create') },
    })
    expect(hands.orders()).toEqual([])
  })

  it('a right that is missing after the creation leaves it in doubt, and it is finished once it is given', async () => {
    const { backOffice, hands } = await openMagento()
    hands.takeRight('Magento_Sales::invoice')
    await expect(backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({
      kind: 'settings',
      outcome: 'unknown',
    })
    hands.giveRight('Magento_Sales::invoice')
    const [found] = await backOffice.findOrders('RKT-214001')
    if (found === undefined) throw new Error('It was created')

    await backOffice.finishOrder?.(anOrderToPlace(), found)
    const again = await backOffice.finishOrder?.(anOrderToPlace(), found)

    expect(again?.notes).toEqual([])

    expect(hands.orders()).toMatchObject([{ state: 'processing', rows: [{ qty_invoiced: 1 }] }])
  })
})

const keysOf = ({ shopUrl: _, ...keys }: Readonly<Record<string, string>>) => keys
