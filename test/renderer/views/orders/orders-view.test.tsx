import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createApiTwin, refused } from '../../helpers/api-twin.ts'
import { renderApp } from '../../helpers/render-app.tsx'
import { threeConnections } from '../../helpers/sample-connections.ts'
import { quietOrders, troubledOrders } from '../../helpers/sample-orders.ts'

const orders = [...troubledOrders(), ...quietOrders()]
const panel = (name: RegExp) => screen.findByRole('complementary', { name })

describe('the orders screen', () => {
  it('opens on To do, with every tab and its live count', async () => {
    const twin = createApiTwin({}, { orders })

    await renderApp(twin)

    expect(await screen.findByRole('tab', { name: 'To do 9', selected: true })).toBeDefined()
    expect(screen.getByRole('tab', { name: 'Waiting 3' })).toBeDefined()
    twin.tell('counts', {
      todo: 8,
      'to-accept': 5,
      'not-shipped': 5,
      waiting: 2,
      shipped: 5,
      cancelled: 2,
      skipped: 2,
      all: 22,
    })
    expect(await screen.findByRole('tab', { name: 'Waiting 2' })).toBeDefined()
  })

  it('says by when each order needs somebody, the most urgent first', async () => {
    await renderApp(createApiTwin({}, { orders }))

    const rows = await screen.findAllByRole('row')

    expect(rows.slice(0, 2).map(({ textContent }) => textContent)).toEqual([
      'Today',
      expect.stringContaining('Tracking code needed'),
    ])
  })

  it('sends a typed code for the order whose problem asks for one', async () => {
    const twin = createApiTwin({}, { orders })
    const { user } = await renderApp(twin)
    await user.click(await screen.findByText('Tracking code needed'))

    await user.type(await screen.findByLabelText('Tracking number'), '8G45061126689')
    await screen.findByText(/Colissimo, by its shape and check digit/)
    await user.click(screen.getByRole('button', { name: 'Send tracking' }))

    expect(twin.inputsOf('orders:act')).toEqual([
      {
        ids: [317],
        job: null,
        act: {
          action: 'fix',
          kind: 'tracking-required',
          choice: 'track',
          inputs: { trackingNumber: '8G45061126689', carrier: 'Colissimo' },
        },
      },
    ])
  })

  it('keeps an alias for a SKU the shop does not know', async () => {
    const twin = createApiTwin({}, { orders })
    const { user } = await renderApp(twin)
    await user.click(await screen.findByText('SKU TASSE-B not found in Boutique'))

    await user.click(await screen.findByRole('button', { name: /MUG-BLUE/ }))
    await user.click(screen.getByRole('button', { name: 'Choose the product' }))

    expect(twin.inputsOf('orders:act')).toMatchObject([
      { ids: [1_006], act: { kind: 'sku', choice: 'alias', inputs: { sku: 'TASSE-B', product: 'MUG-BLUE' } } },
    ])
  })

  it('asks before it refuses, with the safe way out in focus', async () => {
    const twin = createApiTwin({}, { orders })
    const { user } = await renderApp(twin)
    await user.click(await screen.findByText('Buyer offers €25.00 instead of €30.00'))
    await user.click(await screen.findByRole('button', { name: 'Refuse' }))
    const dialog = await screen.findByRole('alertdialog', { name: 'Refuse order 812441222?' })
    expect(within(dialog).getByRole('button', { name: 'Keep the order' })).toBe(document.activeElement)
    expect(twin.inputsOf('orders:act')).toEqual([])

    await user.click(within(dialog).getByRole('button', { name: 'Refuse 1 item' }))

    expect(twin.inputsOf('orders:act')).toMatchObject([{ act: { kind: 'negotiation', choice: 'refuse' } }])
  })

  it('says why a fix was not done', async () => {
    const act = () => [
      { orderId: 1_222, reference: '812441222', action: 'accept', done: false, message: 'Rakuten does not answer.' },
    ]
    const { user } = await renderApp(createApiTwin({ orders: { act } }, { orders }))
    await user.click(await screen.findByText('Buyer offers €25.00 instead of €30.00'))

    await user.click(await screen.findByRole('button', { name: 'Accept €25.00' }))

    expect((await screen.findByRole('alert', { name: '' })).textContent).toContain('Rakuten does not answer.')
  })

  it('shows why the list could not be read, and keeps the rows it had', async () => {
    let broken = false
    const list = createListThatBreaks(() => broken)
    const twin = createApiTwin({ orders: { list } }, { orders })
    await renderApp(twin)
    await screen.findByText('1 of 3 in stock')

    broken = true
    twin.tell('orders-changed', { ids: null })

    expect(await screen.findByText('The database is locked.')).toBeDefined()
    expect(screen.getByText('1 of 3 in stock')).toBeDefined()
  })

  it('takes a new token where it says that one is needed', async () => {
    const { user } = await renderApp(createApiTwin({}, { orders, connections: threeConnections() }))

    await user.click(await screen.findByRole('button', { name: 'Enter the new token' }))

    expect(await screen.findByRole('dialog', { name: 'New token for Papeterie' })).toBeDefined()
  })

  it('tells what an order went through, and every call behind it', async () => {
    const { user } = await renderApp(createApiTwin({}, { orders }))
    await user.click(await screen.findByText('Tracking code needed'))
    const order = await panel(/812440317/)
    expect(within(order).getByText('Created as #4807 and read back')).toBeDefined()
    expect(within(order).queryByText('Boutique: orders')).toBeNull()

    await user.click(within(order).getByRole('radio', { name: 'Every call' }))

    expect(within(order).getByText('Boutique: orders')).toBeDefined()
  })
})

const createListThatBreaks = (isBroken: () => boolean) => () => {
  if (isBroken()) throw refused('The database is locked.')
  return { rows: orders.filter(({ problem }) => problem !== null), total: 9, counts: COUNTS }
}

const COUNTS = { todo: 9, 'to-accept': 5, 'not-shipped': 5, waiting: 3, shipped: 5, cancelled: 2, skipped: 2, all: 22 }
