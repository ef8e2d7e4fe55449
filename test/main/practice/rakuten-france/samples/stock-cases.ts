import type { PracticeAccount } from '../../../../../src/main/practice/rakuten-france/index.ts'
import { ask } from '../ask.ts'
import { type Cases, sample } from './case.ts'
import { INVENTORY } from './purchases.ts'

const stockFile = { name: 'stock-exemple.xml', content: sample('genericimportfile-request-stock') }
export const upload = (account: PracticeAccount, file = stockFile) => ask(account, 'genericimportfile', {}, file)
const report = (account: PracticeAccount, params = {}) =>
  ask(account, 'genericimportreport', { fileid: '30000001', nexttoken: '', ...params })

export const uploadAndWait = (milliseconds: number) => async (account: PracticeAccount) => {
  account.world.setInventory(INVENTORY)
  account.world.clock.set('2026-01-12T09:00:00+01:00')
  await upload(account)
  account.world.clock.advance(milliseconds)
}

const csvImport = { profileid: '42', mappingalias: 'PRICEQUANTITY' }

export const STOCK_CASES: Cases = {
  'error-server-import': { ask: (account) => ask(account, 'genericimportfile') },
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
  producttypes: { ask: (account) => ask(account, 'producttypes') },
}
