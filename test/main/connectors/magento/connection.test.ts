import { describe, expect, it } from 'vitest'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { openMagento } from './open-magento.ts'

describe('getting in at Magento', () => {
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

  it('shows a clock that is off but not yet refused', async () => {
    const { backOffice, hands } = await openMagento()
    hands.serverAhead(-7 * 60_000)

    const failed = (await backOffice.testConnection()).filter(({ ok }) => !ok)

    expect(failed).toEqual([
      { name: 'Time of this PC', ok: false, message: expect.stringContaining('7 minutes fast'), aside: true },
    ])
  })

  it.each([
    ['Magento_Sales::actions_view', 'Right to see orders'],
    ['Magento_Sales::shipment', 'Right to see shipments'],
    ['Magento_Sales::create', 'Right to create orders'],
    ['Magento_Sales::invoice', 'Right to invoice orders'],
    ['Magento_Sales::cancel', 'Right to cancel orders'],
    ['Magento_Sales::creditmemo', 'Right to refund orders'],
    ['Magento_Catalog::products', 'Right to see products'],
    ['Magento_InventoryApi::source', 'Right to see stock sources'],
    ['Magento_InventoryApi::stock', 'Right to see salable quantities'],
    ['Magento_InventoryApi::stock_source_link', 'Right to see stocks'],
    ['Magento_InventorySalesApi::stock', 'Right to see the stock of the website'],
  ])('misses the right %s in a check of its own, with where to tick it', async (right, name) => {
    const { backOffice, hands } = await openMagento()
    hands.takeRight(right)

    const failed = (await backOffice.testConnection()).filter(({ ok }) => !ok)

    expect(failed).toEqual([{ name, ok: false, message: expect.stringMatching(`${right}.*Tick ".+ > .+"`) }])
    expect(hands.orders()).toEqual([])
  })

  it('misses the right to see the shop itself in the checks that need it', async () => {
    const { backOffice, hands } = await openMagento()
    hands.takeRight('Magento_Backend::store')

    const failed = (await backOffice.testConnection()).filter(({ ok }) => !ok)

    expect(failed).toMatchObject([
      { name: 'Store view and currency', message: expect.stringContaining('Magento_Backend::store') },
    ])
  })

  it('does without the right to see taxes, and says what that means', async () => {
    const { backOffice, hands } = await openMagento()
    hands.takeRight('Magento_Tax::manage_tax')

    expect(await backOffice.testConnection()).toContainEqual({
      name: 'Right to see taxes',
      ok: true,
      message: expect.stringContaining('standard rates'),
    })
  })

  it('asks a shop without MSI for the right to its stock instead', async () => {
    const { backOffice, hands } = await openMagento()
    hands.setup.hasMsi = false
    hands.takeRight('Magento_CatalogInventory::cataloginventory')

    const failed = (await backOffice.testConnection()).filter(({ ok }) => !ok)

    expect(failed).toMatchObject([{ name: 'Right to see and change stock' }])
  })

  it('says which store views there are when the one that was chosen is not', async () => {
    const { backOffice } = await openMagento({ values: { storeCode: 'gone' } })

    const failed = (await backOffice.testConnection()).filter(({ ok }) => !ok)

    expect(failed).toMatchObject([
      { name: 'Store view and currency', message: expect.stringContaining('default, fr, pro') },
    ])
  })

  it('says that a shop in another currency cannot take the orders', async () => {
    const { backOffice, hands } = await openMagento()
    hands.setup.baseCurrency = 'USD'

    expect((await backOffice.testConnection()).filter(({ ok }) => !ok)).toMatchObject([
      { name: 'Store view and currency', message: expect.stringContaining('USD') },
    ])
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
    await backOffice.finishOrder?.(anOrderToPlace(), found)

    expect(hands.orders()).toMatchObject([{ state: 'processing', rows: [{ qty_invoiced: 1 }] }])
  })

  it('keeps all four keys out of what it says', async () => {
    const { backOffice, simulator, there } = await openMagento()
    await there.revoke?.()

    const said = JSON.stringify(await backOffice.testConnection())

    for (const key of Object.values(keysOf(simulator.values))) expect(said).not.toContain(key)
  })
})

describe('the choices of the form', () => {
  it('are the store views, the sources, and the states and statuses of the shop', async () => {
    const { backOffice, hands } = await openMagento()
    hands.addSource('shed')
    const placed = await backOffice.placeOrder(anOrderToPlace())
    hands.setState(placed.backOfficeRef, 'processing', 'handed_to_carrier')

    expect((await backOffice.listChoices?.('storeCode'))?.map(({ value }) => value)).toEqual(['default', 'fr', 'pro'])
    expect((await backOffice.listChoices?.('sources'))?.map(({ value }) => value).sort()).toEqual(['default', 'shed'])
    expect((await backOffice.listChoices?.('completedStates'))?.map(({ value }) => value)).toEqual([
      ...['new', 'pending_payment', 'processing', 'holded', 'payment_review', 'complete', 'closed', 'canceled'],
      'handed_to_carrier',
    ])
  })
})

describe('the methods', () => {
  it('are one for each role, and those that the latest orders of the shop went by', async () => {
    const { backOffice } = await openMagento()
    await backOffice.placeOrder(anOrderToPlace({ methodId: 'mondialrelay_point' }))

    const methods = await backOffice.listMethods()

    expect(methods.map(({ serves }) => serves).slice(0, 4)).toEqual([['standard'], ['signed'], ['express'], ['relay']])
    expect(methods).toContainEqual(expect.objectContaining({ id: 'mondialrelay_point' }))
  })
})

const keysOf = ({ shopUrl: _, ...keys }: Readonly<Record<string, string>>) => keys
