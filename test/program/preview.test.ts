import { describe, expect, it } from 'vitest'
import { shops } from '../simulators/shops.ts'
import { aShopSeller } from './a-shop-seller.ts'
import { createFinder, filesUnder } from './leaks/find-words.ts'

const custom = shops.filter(({ definition }) => definition.id === 'custom')

describe.each(custom)('a preview in front of $name', (shop) => {
  it('shows what is told of an order, sends nothing, and leaves no secret and no e-mail behind', async () => {
    const seller = await aShopSeller(shop)
    const reference = seller.buys(['MUG-BLUE'])
    await seller.sync(0)

    const { exitCode, document, error } = await seller.json(['connections', 'preview', '--order', reference])

    expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' })
    expect(document).toMatchObject({
      order: { reference: `RKT-${reference}`, invented: false },
      previews: [
        { title: expect.stringMatching(/^Order/), text: expect.stringContaining(`RKT-${reference}`), problem: null },
        { title: 'State of orders', problem: null },
        { title: expect.stringMatching(/^Cancellation/), problem: null },
        { title: 'Stock', rows: [{ sku: 'MUG-BLUE', quantity: '9' }, { sku: 'MUG-RED' }], problem: null },
      ],
    })
    expect(await seller.orderOf(reference)).toMatchObject({ state: 'open' })
    expect(await seller.unitsIn('MUG-BLUE')).toBe(9)

    const { email } = seller.account.world.purchase(reference).buyer
    const secrets = ['secret', 'folderSecret'].flatMap((field) => seller.shop.values[field] ?? [])
    const leaks = createFinder([...secrets, email])
    const found = filesUnder(seller.desk.folder).flatMap(({ name, bytes }) => leaks(bytes).map((word) => [name, word]))
    expect(found).toEqual([])
    expect(createFinder(secrets)(Buffer.from(JSON.stringify(document)))).toEqual([])
    expect(createFinder([reference])(Buffer.from(JSON.stringify(document)))).toEqual([reference])
  })
})
