import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createApiTwin } from '../../helpers/api-twin.ts'
import { renderApp } from '../../helpers/render-app.tsx'
import { ago, aProblem } from '../../helpers/sample-orders.ts'

const overview = (given: object) => () => ({
  stockUpdates: true,
  problem: null,
  lastFile: null,
  waitingSkus: 0,
  nextFileAt: ago(0),
  nextSlotAt: ago(0),
  filesThisHour: 0,
  filesPerHour: 10,
  counts: { all: 7, different: 3, unchanged: 1, pending: 2, sent: 1, superseded: 1, skipped: 1, error: 1 },
  ...given,
})

describe('the stock screen', () => {
  it('shows what a sync would change without sending anything, then sends it', async () => {
    const twin = createApiTwin()
    const { user } = await renderApp(twin, '#/stock')
    await user.click(await screen.findByRole('button', { name: 'Dry run' }))
    const difference = await screen.findByRole('complementary', { name: 'Dry run' })
    expect(within(difference).getByText('from 38 to 34')).toBeDefined()
    expect(twin.inputsOf('stock:syncNow')).toEqual([])

    await user.click(within(difference).getByRole('button', { name: 'Send these 3' }))

    expect(twin.inputsOf('stock:syncNow')).toMatchObject([{ connectionId: 1 }])
  })

  it('sends nothing that waits for a yes before the seller has seen the numbers and said it', async () => {
    const problem = aProblem({
      kind: 'stock-confirmation',
      message: 'Boutique’s answer looks empty.',
      choices: ['send', 'discard'],
    })
    const twin = createApiTwin({ stock: { overview: overview({ problem }) } })
    const { user } = await renderApp(twin, '#/stock')
    expect(await screen.findByText('Boutique’s answer looks empty.')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'It is right: send it' })).toBeNull()

    await user.click(screen.getByRole('button', { name: 'Look at the difference' }))
    await user.click(await screen.findByRole('button', { name: 'It is right: send it' }))
    const dialog = await screen.findByRole('alertdialog')
    expect(within(dialog).getByText('1 sold out, 1 fewer, 1 more.')).toBeDefined()
    expect(twin.inputsOf('stock:confirm')).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'It is right: send it' }))

    expect(twin.inputsOf('stock:confirm')).toEqual([{ connectionId: 1 }])
  })

  it('says when the next slot is once the hour’s files are used up', async () => {
    const twin = createApiTwin({ stock: { overview: overview({ nextSlotAt: ago(-20 * 60_000), filesThisHour: 10 }) } })
    const { user } = await renderApp(twin, '#/stock')
    const button = await screen.findByRole('button', { name: /^Next slot/ })

    await user.click(button)

    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(twin.inputsOf('stock:syncNow')).toEqual([])
  })

  it('shows how far a sync is, and stops it', async () => {
    const pending: (() => void)[] = []
    const twin = createApiTwin({
      stock: {
        syncNow: () =>
          new Promise((resolve) => {
            pending.push(() => resolve({ sent: 0, message: 'Stopped.', nextSlotAt: null }))
          }),
      },
    })
    const { user, store } = await renderApp(twin, '#/stock')
    await user.click(await screen.findByRole('button', { name: 'Sync stock now' }))
    const job = store.getState().stockJob ?? ''
    twin.tell('progress', { job, doing: 'Reading Boutique', done: 1_240, total: 1_893 })
    expect(await screen.findByText('1,240 of 1,893')).toBeDefined()

    await user.click(screen.getByRole('button', { name: 'Stop' }))
    for (const end of pending) end()

    expect(twin.inputsOf('jobs:stop')).toEqual([{ job }])
    expect(await screen.findByText('Stopped.')).toBeDefined()
  })
})
