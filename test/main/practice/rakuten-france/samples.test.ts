import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { PracticeAccount, PracticeOptions } from '../../../../src/main/practice/rakuten-france/index.ts'
import { type Answer, ask } from './ask.ts'
import { practiceAccount } from './practice.ts'
import { INVENTORY, makeClaim, makeCurrentSales, PURCHASES } from './sample-world.ts'
import { xmlTree } from './xml-tree.ts'

const FIXTURES = new URL('../../../fixtures/rakuten-france/', import.meta.url)
const sample = (name: string): Buffer => readFileSync(new URL(`${name}.xml`, FIXTURES))

interface Case {
  readonly options?: PracticeOptions
  readonly prepare?: (account: PracticeAccount) => unknown
  readonly ask: (account: PracticeAccount) => Promise<Answer>
  /** Numbers that the sample and the simulator cannot share, each with the sample's. */
  readonly renamed?: Readonly<Record<string, string>>
}

const france = { shippingfromcountry: '249' }
const stockFile = { name: 'stock-exemple.xml', content: sample('genericimportfile-request-stock') }
const upload = (account: PracticeAccount, file = stockFile) => ask(account, 'genericimportfile', {}, file)
const report = (account: PracticeAccount, params = {}) =>
  ask(account, 'genericimportreport', { fileid: '30000001', nexttoken: '', ...params })

const uploadAndWait = (milliseconds: number) => async (account: PracticeAccount) => {
  account.world.setInventory(INVENTORY)
  account.world.clock.set('2026-01-12T09:00:00+01:00')
  await upload(account)
  account.world.clock.advance(milliseconds)
}

const buying =
  (...names: readonly (keyof typeof PURCHASES)[]) =>
  ({ world }: PracticeAccount) => {
    for (const name of names) world.buy(PURCHASES[name])
  }

const accepting =
  (name: keyof typeof PURCHASES, ...itemIds: readonly string[]) =>
  (account: PracticeAccount) => {
    buying(name)(account)
    for (const itemId of itemIds) account.world.acceptOnSite(itemId)
  }

const newSales = (...names: readonly (keyof typeof PURCHASES)[]): Case => ({
  prepare: buying(...names),
  ask: (account) => ask(account, 'getnewsales'),
})

const CASES: Readonly<Record<string, Case>> = {
  'acceptsale-ok': {
    prepare: buying('cup'),
    ask: (account) => ask(account, 'acceptsale', { itemid: '500000101', ...france }),
  },
  'acceptsale-ok-oss': {
    prepare: buying('abroad'),
    ask: (account) => ask(account, 'acceptsale', { itemid: '500000701', ...france, importcountry: '56' }),
  },
  'acceptsale-error-already-accepted': {
    prepare: accepting('cup', '500000101'),
    ask: (account) => ask(account, 'acceptsale', { itemid: '500000101', ...france }),
  },
  'acceptsale-error-emptied': {
    prepare(account) {
      buying('cup')(account)
      account.world.cancelByBuyer('800000101')
    },
    ask: (account) => ask(account, 'acceptsale', { itemid: '500000101', ...france }),
  },
  'refusesale-ok': {
    prepare: buying('lamps'),
    ask: (account) => ask(account, 'refusesale', { itemid: '500000202', version: '2021-04-08' }),
  },
  'cancelitem-ok': {
    prepare: accepting('lamps', '500000201'),
    ask: (account) =>
      ask(account, 'cancelitem', { itemid: '500000201', comment: 'Article cassé en réserve, toutes nos excuses.' }),
  },
  'cancelitem-error': {
    prepare: buying('cup'),
    ask: (account) => ask(account, 'cancelitem', { itemid: '500000101', comment: 'Plus en stock' }),
  },
  'cancelitem-error-too-long': {
    prepare: accepting('cup', '500000101'),
    ask: (account) => ask(account, 'cancelitem', { itemid: '500000101', comment: 'x'.repeat(401) }),
  },
  'confirmpreorder-ok': {
    prepare({ world }) {
      const purchaseId = world.buy(PURCHASES.preorders)
      for (const { itemId } of world.purchase(purchaseId).items) world.acceptOnSite(itemId)
    },
    ask: (account) => ask(account, 'confirmpreorder', { advertid: '700000008', stock: '3' }),
  },
  'contactuseraboutitem-ok': {
    prepare: accepting('cup', '500000101'),
    ask: (account) =>
      ask(account, 'contactuseraboutitem', { itemid: '500000101', content: 'Votre colis part demain.' }),
  },
  'contactusaboutitem-ok': {
    prepare: ({ world }) => makeClaim(world),
    ask: (account) =>
      ask(account, 'contactusaboutitem', {
        itemid: '500000501',
        mailparentid: '910000001',
        content: 'Un article neuf est en route.',
      }),
  },
  'error-login': { ask: (account) => ask(account, 'getnewsales', { pwd: 'faux' }) },
  'error-parameter-invalid': { ask: (account) => ask(account, 'acceptsale', { itemid: '1', ...france }) },
  'error-parameter-missing': { ask: (account) => ask(account, 'acceptsale', france) },
  'error-quota': { options: { hourlyQuota: 0 }, ask: (account) => ask(account, 'getnewsales') },
  'error-server-import': { ask: (account) => ask(account, 'genericimportfile') },
  'error-unknown-unavailable': {
    prepare: ({ faults }) => faults.add({ kind: 'outage' }),
    ask: (account) => ask(account, 'getnewsales'),
  },
  'error-version': { ask: (account) => ask(account, 'getnewsales', { version: '1999-01-01' }) },
  'export-page1': {
    options: { pageSize: 2 },
    prepare: ({ world }) => world.setInventory(INVENTORY),
    ask: (account) => ask(account, 'export'),
  },
  'export-page2': {
    options: { pageSize: 2 },
    async prepare(account) {
      account.world.setInventory(INVENTORY)
      await ask(account, 'export')
    },
    ask: (account) => ask(account, 'export', { nexttoken: '93000000001' }),
  },
  'export-pricing': {
    prepare: ({ world }) => world.setInventory(INVENTORY.slice(0, 1)),
    ask: (account) => ask(account, 'export', { scope: 'PRICING' }),
  },
  'genericimportfile-ok': { ask: upload },
  'genericimportreport-received': { prepare: uploadAndWait(0), ask: report },
  'genericimportreport-in-progress': { prepare: uploadAndWait(60_000), ask: report },
  'genericimportreport-done': { prepare: uploadAndWait(130_000), ask: report },
  'genericimportreport-page1': { options: { pageSize: 1 }, prepare: uploadAndWait(130_000), ask: report },
  'genericimportreport-page2': {
    options: { pageSize: 1 },
    async prepare(account) {
      await uploadAndWait(130_000)(account)
      await report(account)
    },
    ask: (account) => report(account, { nexttoken: '92000000001' }),
  },
  'genericimportreport-identical': {
    async prepare(account) {
      await upload(account)
      await uploadAndWait(130_000)(account)
    },
    ask: (account) => report(account, { fileid: '30000002' }),
    renamed: { '30000002': '30000001' },
  },
  getavailableshippingtypes: {
    options: { customModes: [{ alias: 'COURSIER', label: 'Coursier à vélo' }] },
    ask: (account) => ask(account, 'getavailableshippingtypes'),
  },
  getbillinginformation: {
    prepare(account) {
      accepting('lamps', '500000201', '500000202')(account)
      account.world.refuseOnSite('500000203')
      account.world.cancelOnSite('500000202')
    },
    ask: (account) => ask(account, 'getbillinginformation', { purchaseid: '800000102' }),
  },
  getcompensationdetails: {
    prepare(account) {
      accepting('lamps', '500000201')(account)
      account.world.clock.set('2026-01-19T08:00:00+01:00')
      account.world.payOut(['500000201'])
    },
    ask: (account) => ask(account, 'getcompensationdetails', { compensationid: '400001' }),
  },
  getoperations: {
    prepare(account) {
      accepting('lamps', '500000201')(account)
      account.world.clock.set('2026-01-19T08:00:00+01:00')
      account.world.payOut(['500000201'])
    },
    ask: (account) =>
      ask(account, 'getoperations', {
        operationcause: 'salestransfer',
        lastoperationdate: '01/01/2026-00:00:00',
      }),
    renamed: { '45.67': '312.45' },
  },
  'getcurrentsales-page1': {
    options: { pageSize: 3 },
    prepare: makeCurrentSales,
    ask: (account) => ask(account, 'getcurrentsales', { purchasedate: '2026-01-10' }),
  },
  'getcurrentsales-page2': {
    options: { pageSize: 3 },
    async prepare(account) {
      makeCurrentSales(account)
      await ask(account, 'getcurrentsales', { purchasedate: '2026-01-10' })
    },
    ask: (account) => ask(account, 'getcurrentsales', { purchasedate: '2026-01-10', nexttoken: '90000012345' }),
  },
  'getcurrentsales-empty': { ask: (account) => ask(account, 'getcurrentsales', { purchasedate: '2026-01-10' }) },
  'getiteminfos-claim': {
    async prepare(account) {
      makeClaim(account.world)
      account.world.clock.set('2026-01-16T14:20:00+01:00')
      await ask(account, 'contactuseraboutitem', {
        itemid: '500000501',
        content: 'Nous vous renvoyons un bonnet neuf.',
      })
    },
    ask: (account) => ask(account, 'getiteminfos', { itemid: '500000501' }),
  },
  'getiteminfos-committed-tracked': {
    prepare({ world }) {
      world.buy(PURCHASES.cup)
      world.clock.set('2026-01-12T14:10:00+01:00')
      world.acceptOnSite('500000101')
      world.clock.set('2026-01-13T16:02:00+01:00')
      world.shipOnSite('500000101', { transporter: 'Colissimo', trackingNumber: '6A00000000011' })
    },
    ask: (account) => ask(account, 'getiteminfos', { itemid: '500000101' }),
  },
  'getitemtodolist-empty': { prepare: buying('cup'), ask: (account) => ask(account, 'getitemtodolist') },
  getitemtodolist: {
    prepare({ world }) {
      world.buy(PURCHASES.prepaid)
      world.buy(PURCHASES.relay)
      world.acceptOnSite('500000501')
      world.openClaim('500000501', 'Le bonnet est arrivé décousu.')
      world.messageFromBuyer('500000501', 'Merci de votre aide.')
      world.mailFromCustomerService('500000401', 'Votre vente', 'Texte inventé')
    },
    ask: (account) => ask(account, 'getitemtodolist'),
  },
  'getnewsales-empty': newSales(),
  'getnewsales-single': newSales('cup'),
  'getnewsales-multi': newSales('lampsWithTwoCodes', 'negotiated'),
  'getnewsales-relay': newSales('relay'),
  'getnewsales-abroad': newSales('abroad'),
  'getnewsales-instore-pickup': newSales('inStore'),
  'getnewsales-partially-accepted': {
    prepare(account) {
      accepting('lamps', '500000201')(account)
      account.world.refuseOnSite('500000202')
    },
    ask: (account) => ask(account, 'getnewsales'),
  },
  'getshippinginformation-home': {
    prepare: accepting('cup', '500000101'),
    ask: (account) => ask(account, 'getshippinginformation', { purchaseid: '800000101' }),
  },
  'getshippinginformation-prepaid': {
    prepare: accepting('prepaid', '500000501'),
    ask: (account) => ask(account, 'getshippinginformation', { purchaseid: '800000105' }),
  },
  'import-csv-ok': {
    prepare: upload,
    ask: (account) => ask(account, 'import', csvImport, { name: 'stock.csv', content: 'SKU-TASSE-BLEUE;14.90;7\n' }),
  },
  'importreport-csv': {
    async prepare(account) {
      account.world.setInventory(INVENTORY)
      await upload(account)
      await ask(account, 'import', csvImport, {
        name: 'stock.csv',
        content: 'SKU-TASSE-BLEUE;14.90;7\nSKU-INCONNU;9.90;0\n',
      })
      account.world.clock.advance(130_000)
    },
    ask: (account) => ask(account, 'importreport', { fileid: '30000002' }),
  },
  'importitemshippingstatus-ok': {
    options: { trackingLink: 'optional' },
    prepare(account) {
      accepting('cup', '500000101')(account)
      accepting('lamps', '500000201')(account)
      accepting('negotiated', '500000301')(account)
    },
    ask: (account) => ship(account, sample('importitemshippingstatus-request')),
  },
  'importitemshippingstatus-error': {
    prepare(account) {
      accepting('cup', '500000101')(account)
      buying('lamps')(account)
      account.world.shipOnSite('500000101')
    },
    ask: (account) =>
      ship(account, shippingFile(['800000999', '500000999'], ['800000101', '500000101'], ['800000102', '500000203'])),
  },
  'settrackingpackageinfos-ok': {
    options: { trackingLink: 'optional' },
    prepare: accepting('cup', '500000101'),
    ask: (account) =>
      ask(account, 'settrackingpackageinfos', {
        itemid: '500000101',
        transporter_name: 'Colissimo',
        tracking_number: '6A00000000011',
        tracking_url: '',
      }),
  },
  producttypes: { ask: (account) => ask(account, 'producttypes') },
}

const csvImport = { profileid: '42', mappingalias: 'PRICEQUANTITY' }

const ship = (account: PracticeAccount, content: Buffer | string) =>
  ask(account, 'importitemshippingstatus', {}, { name: 'expeditions.xml', content })

const shippingFile = (...items: readonly (readonly [purchaseId: string, itemId: string])[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><items>${items
    .map(
      ([purchaseId, itemId]) =>
        `<item><purchaseid>${purchaseId}</purchaseid><itemid>${itemId}</itemid><transporter>Colissimo</transporter>` +
        '<trackingnumber>6A00000000011</trackingnumber><trackingurl>https://www.laposte.fr/x</trackingurl></item>',
    )
    .join('')}</items>`

const start = (options: PracticeOptions = {}) =>
  practiceAccount({ now: () => Date.parse('2026-01-12T13:05:00+01:00'), ...options })

describe('the sample answers of the specification', () => {
  const answers = readdirSync(FIXTURES)
    .map((file) => file.replace('.xml', ''))
    .filter((name) => !name.includes('-request'))

  it.each(answers)('%s: the simulator answers just so', async (name) => {
    const { options, prepare, ask: question, renamed = {} } = CASES[name] ?? noCase(name)
    const practice = await start(options)
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
    const practice = await start()
    await uploadAndWait(130_000)(practice)

    const { skus } = practice.ledger()

    expect(skus['SKU-TASSE-BLEUE']?.told).toMatchObject([{ quantity: 7, priceCents: 1490 }])
    expect(skus['SKU-INCONNU']).toBeUndefined()
  })

  it('puts an advert on the product page with the same barcode', async () => {
    const practice = await start({ importDuration: 0 })
    practice.world.setInventory([{ ...(INVENTORY[0] ?? noCase('inventory')), sku: 'AUTRE-REFERENCE' }])
    await upload(practice, { name: 'ean.xml', content: sample('genericimportfile-request-ean-matching') })

    const inventory = practice.world.inventory()

    expect(inventory).toMatchObject([
      { sku: 'AUTRE-REFERENCE', productId: '250000001' },
      { sku: 'SKU-TASSE-BLEUE', productId: '250000001', stock: 7, priceCents: 1490 },
    ])
  })
})
