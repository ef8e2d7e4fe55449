import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { AppSettings } from '../../../../src/preload/contract/settings.ts'
import { createApiTwin } from '../../helpers/api-twin.ts'
import { renderApp } from '../../helpers/render-app.tsx'
import { quietOrders, troubledOrders } from '../../helpers/sample-orders.ts'
import { usualSettings } from '../../helpers/usual-answers.ts'

const orders = [...troubledOrders(), ...quietOrders()]
const fields = () => screen.findByRole('group', { name: 'Filters' })

/** Settings that remember what was changed, as the real ones do. */
const kept = (settings: AppSettings = usualSettings) => {
  let now = settings
  const change = (more: Partial<AppSettings>): AppSettings => {
    now = { ...now, ...more }
    return now
  }
  return { get: () => now, change }
}

const openAll = async (settings = kept()) => {
  const twin = createApiTwin({ settings }, { orders })
  const { user, store } = await renderApp(twin)
  await user.click(await screen.findByRole('tab', { name: /^All/ }))
  return { twin, user, store }
}

describe('the filters of the orders', () => {
  it('offer the delivery modes and countries that orders have, each with its number', async () => {
    const { user } = await openAll()

    await user.click(screen.getByRole('button', { name: 'Filter' }))

    const inFields = within(await fields())
    expect(await inFields.findByRole('option', { name: 'Belgium (1)' })).toBeDefined()
    expect(inFields.getByRole('option', { name: /^Normal \(\d+\)$/ })).toBeDefined()
  })

  it('ask for what was chosen, and say how many orders are left of the tab', async () => {
    const { user, twin } = await openAll()
    await user.click(screen.getByRole('button', { name: 'Filter' }))
    const inFields = within(await fields())

    await user.selectOptions(
      inFields.getByLabelText('Country'),
      await inFields.findByRole('option', { name: /Belgium/ }),
    )
    await user.click(inFields.getByLabelText('Deadline at risk'))

    expect(twin.inputsOf('orders:list').at(-1)).toMatchObject({ tab: 'all', country: 'BE', atRisk: true })
    expect(await screen.findByText(`1 of ${orders.length} orders`)).toBeDefined()
  })

  it('stay in sight as chips once the fields are folded, each with its own way out', async () => {
    const { user, twin } = await openAll()
    await user.click(screen.getByRole('button', { name: 'Filter' }))
    await user.selectOptions(within(await fields()).getByLabelText('Status'), 'Waiting')
    await user.click(screen.getByRole('button', { name: 'Filter' }))
    expect(screen.queryByRole('group', { name: 'Filters' })).toBeNull()

    await user.click(await screen.findByRole('button', { name: 'Remove the filter Status Waiting' }))

    expect(twin.inputsOf('orders:list').at(-1)).toMatchObject({ status: null })
    expect(screen.queryByRole('list', { name: 'Filters' })).toBeNull()
  })

  it('sort a list that has no column heads', async () => {
    const { user, twin } = await openAll()
    await user.click(screen.getByRole('button', { name: 'Filter' }))

    await user.selectOptions(within(await fields()).getByLabelText('Sorted by'), 'Total')

    expect(twin.inputsOf('orders:list').at(-1)).toMatchObject({ sort: 'total', direction: 'descending' })
  })
})

describe('a view of one’s own', () => {
  const waiting = async (settings = kept()) => {
    const opened = await openAll(settings)
    await opened.user.click(screen.getByRole('button', { name: 'Filter' }))
    await opened.user.selectOptions(within(await fields()).getByLabelText('Status'), 'Waiting')
    return opened
  }
  const save = async ({ user }: Awaited<ReturnType<typeof waiting>>, name: string) => {
    await user.click(screen.getByRole('button', { name: 'Save this view' }))
    await user.type(await screen.findByLabelText('Name'), name)
    await user.keyboard('{Enter}')
  }

  it('becomes a tab with its own count, and is kept with the settings', async () => {
    const settings = kept()
    const opened = await waiting(settings)

    await save(opened, 'Mine')

    expect(await screen.findByRole('tab', { name: 'Mine 3', selected: true })).toBeDefined()
    expect(settings.get().savedViews).toMatchObject([{ name: 'Mine', selection: { tab: 'all', status: 'waiting' } }])
  })

  it('is opened like any tab, and left for a tab without its filters', async () => {
    const opened = await waiting()
    await save(opened, 'Mine')
    await screen.findByRole('tab', { name: /^Mine/, selected: true })

    await opened.user.click(screen.getByRole('tab', { name: /^All/ }))

    expect(await screen.findByRole('tab', { name: /^All/, selected: true })).toBeDefined()
    expect(opened.twin.inputsOf('orders:list').at(-1)).toMatchObject({ tab: 'all', status: null })
    await opened.user.click(screen.getByRole('tab', { name: /^Mine/ }))
    expect(opened.twin.inputsOf('orders:list').at(-1)).toMatchObject({ tab: 'all', status: 'waiting' })
  })

  it('brings its own search along', async () => {
    const selection = {
      ...({
        tab: 'all',
        search: 'odette',
        connectionId: null,
        status: null,
        deliveryMode: null,
        country: null,
      } as const),
      ...({ atRisk: false, purchasedFrom: null, purchasedTo: null, sort: 'changed', direction: 'descending' } as const),
    }
    const { user, twin } = await openAll(kept({ ...usualSettings, savedViews: [{ name: 'Odette', selection }] }))

    await user.click(await screen.findByRole('tab', { name: /^Odette/ }))

    expect(await screen.findByDisplayValue('odette')).toBeDefined()
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(twin.inputsOf('orders:list').at(-1)).toMatchObject({ search: 'odette' })
    expect(screen.getByRole('tab', { name: /^Odette/, selected: true })).toBeDefined()
  })

  it('needs a name that no other view has', async () => {
    const opened = await waiting()
    await save(opened, 'Mine')
    await opened.user.selectOptions(within(await fields()).getByLabelText('Status'), 'Shipped')

    await save(opened, 'Mine')

    expect(await screen.findByText('There is a view called “Mine” already.')).toBeDefined()
  })

  it('can be removed, and had back', async () => {
    const settings = kept()
    const opened = await waiting(settings)
    await save(opened, 'Mine')

    await opened.user.click(await screen.findByRole('button', { name: 'Remove this view' }))
    expect(settings.get().savedViews).toEqual([])
    await opened.user.click(await screen.findByRole('button', { name: 'Undo' }))

    expect(await screen.findByRole('tab', { name: /^Mine/, selected: true })).toBeDefined()
  })
})
