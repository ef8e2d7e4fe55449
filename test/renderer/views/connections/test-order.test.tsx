import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { TestOrderView } from '../../../../src/preload/contract/connection-views.ts'
import { createApiTwin, refused } from '../../helpers/api-twin.ts'
import { renderApp } from '../../helpers/render-app.tsx'
import { aConnection } from '../../helpers/sample-connections.ts'

const confirmed: TestOrderView = {
  ...{ reference: 'TEST-1-1', state: 'confirmed', sentAt: '2026-11-24T13:32:00.000Z', message: 'Found.' },
  ...{ backOfficeNumber: '4807', backOfficeUrl: 'https://boutique.example/orders/4807' },
}

const opened = async (connections: Parameters<typeof createApiTwin>[0], testOrders = true) => {
  const twin = createApiTwin(connections, { connections: [aConnection({ testOrders })] })
  const { user } = await renderApp(twin, '#/connections')
  await user.click(await screen.findByRole('button', { name: 'More for Boutique' }))
  return { twin, user }
}

it('is explained, sent, found in the shop, and its cancellation noticed', async () => {
  let order: TestOrderView | null = null
  const testOrder = () => order
  const sendTestOrder = () => {
    order = confirmed
    return order
  }
  const { user } = await opened({ connections: { testOrder, sendTestOrder } })
  await user.click(await screen.findByRole('menuitem', { name: 'Send a test order' }))
  const dialog = await screen.findByRole('dialog', { name: 'Test order into Boutique' })
  expect(within(dialog).getByText(/Rakuten never hears of it/)).toBeDefined()

  await user.click(within(dialog).getByRole('button', { name: 'Send the test order' }))
  const link = await within(dialog).findByRole('link', { name: '4807' })
  expect(link.getAttribute('href')).toBe('https://boutique.example/orders/4807')
  order = { ...confirmed, state: 'cancelled' }
  await user.click(within(dialog).getByRole('button', { name: 'Look again' }))

  expect(await within(dialog).findByText('Cancelled there, and noticed here')).toBeDefined()
})

it('that is under way is looked at, not sent again', async () => {
  const { twin, user } = await opened({ connections: { testOrder: () => confirmed } })

  await user.click(await screen.findByRole('menuitem', { name: 'Send a test order' }))

  expect(await screen.findByText('Found in Boutique and read back. Now cancel it there.')).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Send the test order' })).toBeNull()
  expect(twin.inputsOf('connections:sendTestOrder')).toEqual([])
})

it('that could not be sent says why, and can be sent again', async () => {
  const sendTestOrder = () => {
    throw refused('Boutique does not answer.')
  }
  const { user } = await opened({ connections: { sendTestOrder } })
  await user.click(await screen.findByRole('menuitem', { name: 'Send a test order' }))

  await user.click(await screen.findByRole('button', { name: 'Send the test order' }))

  expect(await screen.findByText('Boutique does not answer.')).toBeDefined()
  expect(screen.getByRole('button', { name: 'Send the test order' })).toBeDefined()
})

it('is not offered where it would be shipped', async () => {
  await opened({}, false)

  expect(await screen.findByRole('menuitem', { name: 'Pause' })).toBeDefined()
  expect(screen.queryByRole('menuitem', { name: 'Send a test order' })).toBeNull()
})
