import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OrderResult } from '../../../../src/preload/contract/orders.ts'
import { createApiTwin } from '../../helpers/api-twin.ts'
import { renderApp } from '../../helpers/render-app.tsx'
import { aRow } from '../../helpers/sample-orders.ts'

const orders = [
  aRow({ id: 1, status: 'imported' }),
  aRow({ id: 2, status: 'imported' }),
  aRow({ id: 3, status: 'placed' }),
  aRow({ id: 4, status: 'skipped', skippedReason: 'in-store-pickup' }),
]
const bar = () => within(screen.getByRole('toolbar', { name: 'What to do with the ticked orders' }))

const withTicked = async (ids: readonly number[], overrides: Parameters<typeof createApiTwin>[0] = {}) => {
  const twin = createApiTwin(overrides, { orders })
  const { user, store } = await renderApp(twin)
  await user.click(await screen.findByRole('tab', { name: /^All/ }))
  for (const id of ids) await user.click(await screen.findByLabelText(`Tick order ${812_440_000 + id}`))
  return { twin, user, store }
}

const result = (orderId: number, done: boolean): OrderResult => ({
  orderId,
  reference: String(812_440_000 + orderId),
  action: 'retry',
  done,
  message: done ? 'It goes on.' : 'Rakuten does not answer.',
})

describe('what is done with ticked orders', () => {
  it('offers what some of them allow, with how many, and does it with those', async () => {
    const { user, twin } = await withTicked([1, 2, 3])
    expect(bar().getByRole('button', { name: 'Retry' })).toBeDefined()

    await user.click(bar().getByRole('button', { name: 'Accept 2' }))

    expect(twin.inputsOf('orders:act')).toMatchObject([{ ids: [1, 2], act: { action: 'accept' } }])
  })

  it('says for each order what became of it, what was not done first', async () => {
    const act = () => [result(1, true), result(3, false)]
    const { user } = await withTicked([1, 3], { orders: { act } })

    await user.click(bar().getByRole('button', { name: 'Retry' }))

    const results = await screen.findByRole('list', { name: 'What became of each order' })
    expect(
      within(results)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['812440003not done: Rakuten does not answer.', '812440001done: It goes on.'])
    expect(screen.getByText(/^1 of 2 done. 1 was not done./)).toBeDefined()
    await user.click(within(results).getByRole('button', { name: '812440003' }))
    expect(await screen.findByRole('complementary', { name: 'Order 812440003' })).toBeDefined()
  })

  it('says how many a stopped act did not reach', async () => {
    const { user } = await withTicked([1, 2, 3], { orders: { act: () => [result(1, true)] } })

    await user.click(bar().getByRole('button', { name: 'Retry' }))

    expect(await screen.findByText(/^1 of 3 done. Stopped: 2 were not reached.$/)).toBeDefined()
  })

  it('asks before it refuses many', async () => {
    const { user, twin } = await withTicked([1, 2])
    await user.click(bar().getByRole('button', { name: 'More for the ticked orders' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Refuse' }))
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Refuse 2 orders?' }))
    expect(twin.inputsOf('orders:act')).toEqual([])

    await user.click(dialog.getByRole('button', { name: 'Refuse 2 orders' }))

    expect(twin.inputsOf('orders:act')).toMatchObject([{ ids: [1, 2], act: { action: 'refuse' } }])
  })

  it('brings skipped orders back, which nothing else can be done with', async () => {
    const { user, twin } = await withTicked([4])
    expect(bar().queryByRole('button', { name: /^Accept/ })).toBeNull()

    await user.click(bar().getByRole('button', { name: 'More for the ticked orders' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Reconsider' }))

    expect(twin.inputsOf('orders:act')).toMatchObject([{ ids: [4], act: { action: 'reconsider' } }])
  })

  it('reaches orders of the list that were not read yet', async () => {
    const many = Array.from({ length: 250 }, (_, index) => aRow({ id: index + 1 }))
    const twin = createApiTwin({}, { orders: many })
    const { user, store } = await renderApp(twin)
    await user.click(await screen.findByRole('tab', { name: /^All/ }))
    await screen.findByLabelText('Tick order 812440001')
    store.getState().tickShown()

    await user.click(await screen.findByRole('button', { name: 'Tick all 250' }))
    await user.click(bar().getByRole('button', { name: 'Retry' }))

    expect(twin.inputsOf('orders:act')).toMatchObject([{ ids: many.map(({ id }) => id) }])
  })
})
