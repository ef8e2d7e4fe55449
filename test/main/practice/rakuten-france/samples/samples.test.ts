import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { practiceAccount } from '../practice.ts'
import { xmlTree } from '../xml-tree.ts'
import { type Cases, FIXTURES, sample } from './case.ts'
import { COMMAND_CASES } from './command-cases.ts'
import { ERROR_CASES } from './error-cases.ts'
import { INVENTORY } from './purchases.ts'
import { SALES_CASES } from './sales-cases.ts'
import { STOCK_CASES, upload, uploadAndWait } from './stock-cases.ts'

const CASES: Cases = { ...SALES_CASES, ...COMMAND_CASES, ...STOCK_CASES, ...ERROR_CASES }

const AT_1305 = { now: () => Date.parse('2026-01-12T13:05:00+01:00') }

describe('the sample answers of the specification', () => {
  const answers = readdirSync(FIXTURES)
    .map((file) => file.replace('.xml', ''))
    .filter((name) => !name.includes('-request'))

  it.each(answers)('%s: the simulator answers just so', async (name) => {
    const { options, prepare, ask: question, renamed = {} } = CASES[name] ?? noCase(name)
    const practice = await practiceAccount({ ...AT_1305, ...options })
    await prepare?.(practice)

    const answer = await question(practice)

    const text = Object.entries(renamed).reduce((all, [ours, theirs]) => all.replaceAll(ours, theirs), answer.text)
    expect(xmlTree(text)).toEqual(xmlTree(new TextDecoder('windows-1252').decode(sample(name))))
    expect(answer.type).toBe('text/xml;charset=ISO-8859-1')
  })
})

const noCase = (name: string): never => {
  throw new Error(`No case asks for ${name}`)
}

describe('the sample uploads of the specification', () => {
  it('ends the stock file with one line taken over and one refused', async () => {
    const practice = await practiceAccount(AT_1305)
    await uploadAndWait(130_000)(practice)

    const { skus } = practice.ledger()

    expect(skus['SKU-TASSE-BLEUE']?.told).toMatchObject([{ quantity: 7, priceCents: 1490 }])
    expect(skus['SKU-INCONNU']).toBeUndefined()
  })

  it('puts an advert on the product page with the same barcode', async () => {
    const practice = await practiceAccount({ ...AT_1305, importDuration: 0 })
    practice.world.setInventory([{ ...(INVENTORY[0] ?? noCase('inventory')), sku: 'AUTRE-REFERENCE' }])
    await upload(practice, { name: 'ean.xml', content: sample('genericimportfile-request-ean-matching') })

    const inventory = practice.world.inventory()

    expect(inventory).toMatchObject([
      { sku: 'AUTRE-REFERENCE', productId: '250000001' },
      { sku: 'SKU-TASSE-BLEUE', productId: '250000001', stock: 7, priceCents: 1490 },
    ])
  })
})
