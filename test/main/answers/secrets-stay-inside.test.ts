import { describe, expect, it } from 'vitest'
import { channels } from '../../../src/main/answers/answer.ts'
import type { Reply } from '../../../src/preload/contract/reply.ts'
import { MAPPED_TEMPLATE } from '../../helpers/a-mapped-office.ts'
import { aNewOrder } from '../../helpers/an-order.ts'
import { GOOD_TOKEN, OTHER_GOOD_TOKEN, rakutenForm } from '../../helpers/test-accounts.ts'
import { testAnswers } from '../../helpers/test-answers.ts'

const selection = {
  ...({ tab: 'all', search: '', connectionId: null, status: null, deliveryMode: null, country: null } as const),
  ...({ atRisk: false, purchasedFrom: null, purchasedTo: null, sort: 'purchased', direction: 'ascending' } as const),
}
const page = { offset: 0, limit: 50 }

/** Everything the contract can be asked about an account whose secrets are canaries. */
const askEverything = async () => {
  const { ask, accounts, repositories } = testAnswers()
  const { values, ...form } = rakutenForm()
  const shop = { shopUrl: 'https://boutique.example', consumerKey: GOOD_TOKEN, consumerSecret: 'canary-secret' }
  const office = await accounts.backOffices.add('woocommerce', 'Boutique', shop)
  const { id } = await accounts.connections.add({ ...form, values, backOfficeId: office.id })
  const own = await accounts.backOffices.add('this-pc', 'This PC', {})
  const mapped = { template: MAPPED_TEMPLATE, secret: 'canary-password', folderKey: 'canary\nkey\n' }
  const { id: mappedId } = await accounts.backOffices.add('mapped', 'Atelier', mapped)
  const [order] = repositories.orders.insertNew([aNewOrder({ connectionId: id })])
  if (order === undefined) throw new Error('the order was not stored')
  const one = { id }
  const of = { connectionId: id }
  const here = { backOfficeId: own.id }
  const file = Buffer.from('sku\nA\n').toString('base64')
  const product = { sku: 'A', ean: '', title: 'A', stock: 1, safetyStock: 0, priceCents: null }
  const nothing = { carrierName: null, trackingNumber: null, trackingUrl: null }

  const asked: Record<string, () => Promise<Reply<unknown>>> = {
    'orders:list': () => ask.orders.list({ ...selection, ...page }),
    'orders:counts': () => ask.orders.counts(),
    'orders:countEach': () => ask.orders.countEach({ selections: [selection] }),
    'orders:ids': () => ask.orders.ids(selection),
    'orders:choices': () => ask.orders.choices(),
    'orders:get': () => ask.orders.get({ id: order.id }),
    'orders:find': () => ask.orders.find({ reference: order.reference, connectionId: null }),
    'orders:act': () => ask.orders.act({ ids: [order.id], act: { action: 'retry' }, job: null }),
    'orders:csv': () => ask.orders.csv(selection),
    'problems:list': () => ask.problems.list(),
    'problems:fixConnection': () => ask.problems.fixConnection({ ...of, kind: 'credentials', choice: 'new-secret' }),
    'connections:marketplaces': () => ask.connections.marketplaces(),
    'connections:list': () => ask.connections.list(),
    'connections:check': () => ask.connections.check({ marketplace: form.marketplace, values }),
    'connections:add': () =>
      ask.connections.add({ ...form, values: { ...values, login: 'autre' }, backOfficeId: office.id }),
    'connections:startPractice': () => ask.connections.startPractice({ backOfficeId: null, intoRealShop: false }),
    'connections:activate': () => ask.connections.activate(one),
    'connections:change': () => ask.connections.change({ ...one, account: { token: 'canary-as-setting' } }),
    'connections:pause': () => ask.connections.pause(one),
    'connections:resume': () => ask.connections.resume(one),
    'connections:newSecret': () => ask.connections.newSecret({ ...one, values: { token: OTHER_GOOD_TOKEN } }),
    'connections:test': () => ask.connections.test(one),
    'connections:backlog': () => ask.connections.backlog(one),
    'connections:matchSkus': () => ask.connections.matchSkus({ ...one, skuSource: null }),
    'connections:exportAliases': () => ask.connections.exportAliases(one),
    'connections:importAliases': () => ask.connections.importAliases({ ...one, file }),
    'connections:sendTestOrder': () => ask.connections.sendTestOrder(one),
    'connections:testOrder': () => ask.connections.testOrder(one),
    'connections:draft': () => ask.connections.draft(),
    'connections:saveDraft': () =>
      ask.connections.saveDraft({
        ...{ step: 'account', marketplace: form.marketplace, label: '', backOfficeId: null, connectionId: null },
        values: { token: 'canary-in-draft' },
      }),
    'backOffices:kinds': () => ask.backOffices.kinds(),
    'backOffices:list': () => ask.backOffices.list(),
    'backOffices:check': () => ask.backOffices.check({ kind: 'woocommerce', values: shop }),
    'backOffices:add': () => ask.backOffices.add({ kind: 'woocommerce', label: 'Other', values: shop }),
    'backOffices:change': () => ask.backOffices.change({ id: office.id, settings: { consumerKey: 'canary-too' } }),
    'backOffices:newSecret': () => ask.backOffices.newSecret({ id: office.id, values: { consumerKey: GOOD_TOKEN } }),
    'backOffices:test': () => ask.backOffices.test({ id: office.id }),
    'backOffices:choices': () =>
      ask.backOffices.choices({ kind: 'woocommerce', values: shop, field: 'completedStates' }),
    'backOffices:preview': () => ask.backOffices.preview({ id: mappedId, orderId: null, following: false }),
    'backOffices:methods': () => ask.backOffices.methods({ id: office.id }),
    'backOffices:products': () => ask.backOffices.products({ id: office.id, connectionId: id, search: '' }),
    'delivery:table': () => ask.delivery.table(of),
    'delivery:map': () => ask.delivery.map({ ...of, mode: 'Normal', methodId: 'flat_rate' }),
    'delivery:bringBack': () => ask.delivery.bringBack({ ...of, mode: 'Normal', job: null }),
    'delivery:carriers': () => ask.delivery.carriers(of),
    'delivery:tryCode': () =>
      ask.delivery.tryCode({ ...of, ...nothing, trackingNumber: '8G45061126689', postcode: null, countryCode: null }),
    'stock:overview': () => ask.stock.overview(of),
    'stock:list': () => ask.stock.list({ ...of, filter: 'all', search: '', ...page }),
    'stock:csv': () => ask.stock.csv({ ...of, filter: 'all', search: '' }),
    'stock:preview': () => ask.stock.preview(of),
    'stock:syncNow': () => ask.stock.syncNow({ ...of, job: null }),
    'stock:confirm': () => ask.stock.confirm(of),
    'stock:discard': () => ask.stock.discard(of),
    'products:list': () => ask.products.list({ ...here, search: '', ...page }),
    'products:save': () => ask.products.save({ ...here, product, was: null }),
    'products:receive': () => ask.products.receive({ ...here, code: 'A', units: 1 }),
    'products:remove': () => ask.products.remove({ ...here, sku: 'A' }),
    'products:exportCsv': () => ask.products.exportCsv(here),
    'products:previewCsv': () => ask.products.previewCsv({ ...here, file }),
    'products:importCsv': () => ask.products.importCsv({ ...here, file }),
    'products:startFromInventory': () => ask.products.startFromInventory({ ...here, ...of }),
    'officeOrders:list': () => ask.officeOrders.list({ ...here, which: 'all', ...page }),
    'officeOrders:get': () => ask.officeOrders.get({ ...here, reference: 'RKT-1' }),
    'officeOrders:ship': () => ask.officeOrders.ship({ ...here, ...nothing, reference: 'RKT-1', contents: null }),
    'officeOrders:cancel': () => ask.officeOrders.cancel({ ...here, reference: 'RKT-1', reason: '' }),
    'officeOrders:reopen': () => ask.officeOrders.reopen({ ...here, reference: 'RKT-1' }),
    'officeOrders:exportCsv': () => ask.officeOrders.exportCsv({ ...here, which: 'all' }),
    'sync:state': () => ask.sync.state(),
    'sync:now': () => ask.sync.now({ connectionId: null }),
    'sync:pause': () => ask.sync.pause({ until: null }),
    'sync:resume': () => ask.sync.resume(),
    'activity:cycles': () => ask.activity.cycles({ connectionId: null, show: 'all', limit: 10 }),
    'activity:perDay': () => ask.activity.perDay({ connectionId: null, days: 14 }),
    'settings:get': () => ask.settings.get(),
    'settings:change': () => ask.settings.change({ theme: 'dark' }),
    'privacy:find': () => ask.privacy.find({ buyer: 'Lefebvre' }),
    'privacy:export': () => ask.privacy.export({ buyer: 'Lefebvre' }),
    'privacy:erase': () => ask.privacy.erase({ orderIds: [order.id] }),
    'backups:list': () => ask.backups.list(),
    'backups:make': () => ask.backups.make(),
    'app:info': () => ask.app.info(),
    'app:texts': () => ask.app.texts({ language: 'fr' }),
    'app:diagnostics': () => ask.app.diagnostics(),
    'jobs:stop': () => ask.jobs.stop({ job: 'none' }),
    'backOffices:remove': () => ask.backOffices.remove({ id: office.id }),
    'connections:remove': () => ask.connections.remove({ id, openOrders: 'hand-over' }),
  }
  const replies: Record<string, Reply<unknown>> = {}
  for (const [channel, question] of Object.entries(asked)) replies[channel] = await question()
  return replies
}

describe('a window that asks everything', () => {
  it('gets an answer that fits the contract each time, and a secret never', async () => {
    const replies = await askEverything()

    expect(Object.keys(replies).sort()).toEqual([...channels].sort())
    for (const [channel, reply] of Object.entries(replies)) {
      expect(JSON.stringify(reply), channel).not.toContain('canary')
      // A bug here would be an answer that the contract does not describe.
      expect(reply, channel).not.toMatchObject({ fault: { kind: 'bug' } })
      expect(reply, channel).not.toMatchObject({ fault: { kind: 'bad-input' } })
    }
  })
})
