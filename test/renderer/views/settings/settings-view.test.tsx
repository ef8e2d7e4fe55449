import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createApiTwin } from '../../helpers/api-twin.ts'
import { renderApp } from '../../helpers/render-app.tsx'

describe('the settings screen', () => {
  it('keeps a change at once and shows it on the page', async () => {
    const twin = createApiTwin()
    const { user } = await renderApp(twin, '#/settings')

    await user.click(await screen.findByRole('radio', { name: 'Dark' }))

    expect(twin.inputsOf('settings:change')).toEqual([{ theme: 'dark' }])
    expect(document.documentElement.dataset['theme']).toBe('dark')
  })

  it('erases exactly the orders that were shown, after asking', async () => {
    const order = (id: number, keptBecause: string | null) => ({
      id,
      reference: String(812_440_000 + id),
      connection: 'Boutique',
      status: 'shipped' as const,
      purchasedAt: '2026-10-01T08:00:00.000Z',
      buyerName: 'Odette Pamplemousse',
      keptBecause,
    })
    const find = () => [order(1, null), order(2, null), order(3, 'it is still open')]
    const twin = createApiTwin({ privacy: { find } })
    const { user, store } = await renderApp(twin, '#/settings')
    await user.click(await screen.findByRole('button', { name: 'Find a buyer' }))
    await user.type(await screen.findByLabelText('Name, login, e-mail or phone'), 'Pamplemousse{Enter}')
    await user.click(await screen.findByRole('checkbox', { name: 'Tick order 812440002' }))

    await user.click(screen.getByRole('button', { name: 'Erase the buyer of 1 order' }))
    const question = await screen.findByRole('alertdialog', { name: 'Erase the buyer of 1 order?' })
    expect(twin.inputsOf('privacy:erase')).toEqual([])
    await user.click(within(question).getByRole('button', { name: 'Erase the buyer of 1 order' }))

    expect(twin.inputsOf('privacy:erase')).toEqual([{ orderIds: [1] }])
    expect(JSON.stringify(store.getState())).not.toContain('Pamplemousse')
  })
})
