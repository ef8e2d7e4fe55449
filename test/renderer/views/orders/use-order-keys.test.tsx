import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createApiTwin } from '../../helpers/api-twin.ts'
import { renderApp } from '../../helpers/render-app.tsx'
import { quietOrders, troubledOrders } from '../../helpers/sample-orders.ts'
import { usualSettings } from '../../helpers/usual-answers.ts'

const orders = [...troubledOrders(), ...quietOrders()]
const firstRow = async (): Promise<HTMLElement> => {
  await screen.findByText('Tracking code needed')
  const row = document.querySelector<HTMLElement>('[data-row="0"]')
  if (row === null) throw new Error('There is no row')
  return row
}

describe('keys of the orders screen', () => {
  it('moves with J and K, and opens with Enter', async () => {
    const { user, store } = await renderApp(createApiTwin({}, { orders }), '#/orders')
    ;(await firstRow()).focus()

    await user.keyboard('jjk{Enter}')

    expect(store.getState().openOrderId).toBe(291)
    expect(document.activeElement?.getAttribute('data-row')).toBe('1')
  })

  it('is one tab stop, however many rows there are', async () => {
    await renderApp(createApiTwin({}, { orders }))
    await firstRow()

    expect(document.querySelectorAll('.grid-row[tabindex="0"]')).toHaveLength(1)
  })

  it('goes to the next tab with ] and back with [', async () => {
    const { user } = await renderApp(createApiTwin({}, { orders }))
    ;(await firstRow()).focus()

    await user.keyboard(']')
    expect(await screen.findByRole('tab', { name: /^To accept/, selected: true })).toBeDefined()
    await user.keyboard('[[')

    expect(await screen.findByRole('tab', { name: /^To do/, selected: true })).toBeDefined()
  })

  it('retries the order the list stands on with R', async () => {
    const twin = createApiTwin({}, { orders })
    const { user } = await renderApp(twin)
    ;(await firstRow()).focus()

    await user.keyboard('r')

    expect(twin.inputsOf('orders:act')).toMatchObject([{ ids: [317], act: { action: 'retry' } }])
  })

  it('leaves letters alone in a field, and everywhere once they are turned off', async () => {
    const twin = createApiTwin({}, { orders, settings: { ...usualSettings, singleKeys: false } })
    const { user } = await renderApp(twin)
    ;(await firstRow()).focus()
    await user.keyboard('r')
    await user.click(screen.getByRole('textbox', { name: 'Number, buyer, SKU, tracking' }))
    await user.keyboard('ra')

    expect(twin.inputsOf('orders:act')).toEqual([])
  })

  it('searches with / and closes the panel with Esc', async () => {
    const { user, store } = await renderApp(createApiTwin({}, { orders }))
    await user.click(await firstRow())
    ;(await firstRow()).focus()
    await user.keyboard('/')
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Number, buyer, SKU, tracking' }))

    await user.keyboard('{Escape}{Escape}')

    expect(store.getState().openOrderId).toBeNull()
  })
})
