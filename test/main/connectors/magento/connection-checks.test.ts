import { describe, expect, it } from 'vitest'
import { openMagento } from './open-magento.ts'

describe('the checks of a Magento shop', () => {
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

  it('keeps all four keys out of what it says', async () => {
    const { backOffice, simulator, there } = await openMagento()
    await there.revoke?.()

    const said = JSON.stringify(await backOffice.testConnection())

    for (const key of Object.values(keysOf(simulator.values))) expect(said).not.toContain(key)
  })
})

const keysOf = ({ shopUrl: _, ...keys }: Readonly<Record<string, string>>) => keys
