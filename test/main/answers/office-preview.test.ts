import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../src/preload/contract/reply.ts'
import { MAPPED_TEMPLATE } from '../../helpers/a-mapped-office.ts'
import { aBuyer, aNewOrder, anAddress, anItem } from '../../helpers/an-order.ts'
import { rakutenForm } from '../../helpers/test-accounts.ts'
import { testAnswers } from '../../helpers/test-answers.ts'

const answered = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(reply.fault.message)
  return reply.value
}

const pressed = { following: false }

/** A mapped back office with a connection, and orders bought a day after each other. */
const withOrders = async (...facts: readonly Parameters<typeof aNewOrder>[0][]) => {
  const logged: unknown[] = []
  const test = testAnswers({ log: { error: (...said) => logged.push(said) } })
  const { id } = await test.accounts.backOffices.add('mapped', 'Atelier', { template: MAPPED_TEMPLATE })
  const { id: connectionId } = await test.accounts.connections.add({ ...rakutenForm(), backOfficeId: id })
  const orders = test.repositories.orders.insertNew(
    facts.map((fact, index) =>
      aNewOrder({
        ...{ connectionId, reference: `${4711 + index}`, purchasedAt: `2026-11-1${index}T10:00:00.000Z` },
        items: [anItem({ itemId: `item-${index}` })],
        ...fact,
      }),
    ),
  )
  return { ...test, id, connectionId, orders, logged }
}

describe('the preview of a back office', () => {
  it('shows the latest order as it would go out, and offers the others', async () => {
    const delivery = anAddress({ city: 'Quimper' })
    const { ask, id, orders } = await withOrders({}, { buyer: aBuyer({ delivery }) })

    const shown = answered(await ask.backOffices.preview({ id, orderId: null, ...pressed }))

    expect(shown.order).toEqual({ id: orders[1]?.id, reference: 'RKT-4712' })
    expect(shown.orders.map(({ reference }) => reference)).toEqual(['4712', '4711'])
    expect(shown.previews[0]?.text).toBe('Referentie;?\nRKT-4712;Quimper\n')
  })

  it('shows the order that was chosen', async () => {
    const { ask, id, orders } = await withOrders({}, {})

    const shown = answered(await ask.backOffices.preview({ id, orderId: orders[0]?.id ?? 0, ...pressed }))

    expect(shown.order.reference).toBe('RKT-4711')
  })

  it('invents an order where there is none, and says so', async () => {
    const { ask } = testAnswers()

    const shown = answered(
      await ask.backOffices.preview({
        kind: 'mapped',
        values: { template: MAPPED_TEMPLATE },
        orderId: null,
        ...pressed,
      }),
    )

    expect(shown).toMatchObject({ order: { id: null }, orders: [] })
    expect(shown.previews[0]?.text).toContain('Bourg-en-Bresse')
  })

  it('lays settings over the kept ones, and keeps nothing of them', async () => {
    const { ask, id, repositories } = await withOrders({})
    const before = repositories.backOffices.get(id)
    const settings = { template: MAPPED_TEMPLATE.replace('Atelier', 'Elsewhere') }

    const shown = answered(await ask.backOffices.preview({ id, settings, orderId: null, ...pressed }))

    expect(shown.previews[0]?.title).toBe('Order, written by Elsewhere')
    expect(repositories.backOffices.get(id)).toEqual(before)
  })

  it('leaves out orders whose buyer was erased, and those of which nothing is left to send', async () => {
    const { ask, id, orders } = await withOrders(
      {},
      { buyer: null },
      { items: [anItem({ itemId: 'refused', status: 'refused' })] },
    )

    const shown = answered(await ask.backOffices.preview({ id, orderId: null, ...pressed }))
    const refused = await ask.backOffices.preview({ id, orderId: orders[1]?.id ?? 0, ...pressed })

    expect(shown.orders.map(({ reference }) => reference)).toEqual(['4711'])
    expect(refused).toMatchObject({ ok: false, fault: { kind: 'settings', field: 'orderId' } })
  })

  it('refuses a form that could not be kept, naming its field', async () => {
    const { ask, id } = await withOrders({})

    const ofForm = await ask.backOffices.preview({
      kind: 'mapped',
      values: { template: '{' },
      orderId: null,
      ...pressed,
    })
    const ofKept = await ask.backOffices.preview({ id, settings: { template: '{' }, orderId: null, ...pressed })
    const ofOther = await ask.backOffices.preview({ kind: 'this-pc', values: {}, orderId: null, ...pressed })

    expect([ofForm, ofKept]).toMatchObject([{ fault: { field: 'template' } }, { fault: { field: 'template' } }])
    expect(ofOther).toMatchObject({ ok: false, fault: { kind: 'settings' } })
  })

  it('tells the log nothing of the buyer', async () => {
    const { ask, id, logged } = await withOrders({})

    await ask.backOffices.preview({ id, orderId: null, ...pressed })
    await ask.backOffices.preview({ id, settings: { template: '{' }, orderId: null, ...pressed })

    expect(logged).toEqual([])
  })
})

it('tells which presets a kind has, and which of its fields are documents with tables', async () => {
  const { ask } = testAnswers()

  const kinds = answered(await ask.backOffices.kinds())

  const mapped = kinds.find(({ id }) => id === 'mapped')
  expect(mapped).toMatchObject({ previews: true, presets: [{ id: 'divide' }, { id: 'simple', note: null }] })
  expect(mapped?.fields[0]).toMatchObject({ document: true, tables: [{ at: 'states' }, { mayBegin: true }, {}, {}] })
  expect(kinds.find(({ id }) => id === 'woocommerce')).toMatchObject({ previews: false, presets: [] })
})
