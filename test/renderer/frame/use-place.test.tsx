import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createApiTwin } from '../helpers/api-twin.ts'
import { renderApp } from '../helpers/render-app.tsx'
import { quietOrders, troubledOrders } from '../helpers/sample-orders.ts'

const orders = [...troubledOrders(), ...quietOrders()]
const heading = (name: string) => screen.findByRole('heading', { level: 1, name })

describe('the address of the window', () => {
  it('leads where it says from the start, and later', async () => {
    await renderApp(createApiTwin({}, { orders }), '#/stock')
    expect(await heading('Stock')).toBeDefined()

    location.hash = '#/activity'

    expect(await heading('Activity')).toBeDefined()
  })

  it('leads there even when something else moves at that moment', async () => {
    const { store } = await renderApp(createApiTwin({}, { orders }))
    const [first, second] = orders
    await act(() => store.getState().openOrder(first?.id ?? 0))

    location.hash = '#/activity'
    // The event of the change is still to come.
    await act(() => store.getState().openOrder(second?.id ?? 0))

    expect(await heading('Activity')).toBeDefined()
    expect(location.hash).toBe('#/activity')
  })
})
