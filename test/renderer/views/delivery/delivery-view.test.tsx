import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createApiTwin } from '../../helpers/api-twin.ts'
import { renderApp } from '../../helpers/render-app.tsx'
import { deliveryTable } from '../../helpers/sample-connections.ts'

describe('delivery modes and carriers', () => {
  it('keeps a method as it is chosen, then brings the held orders back', async () => {
    let isMapped = false
    const table = () => {
      const [first, ...others] = deliveryTable.modes
      if (first === undefined || !isMapped) return deliveryTable
      return { ...deliveryTable, modes: [...others, { ...first, choice: 'method' as const, methodId: 'relay' }] }
    }
    const map = () => {
      isMapped = true
      return { heldOrders: 1 }
    }
    const twin = createApiTwin({ delivery: { table, map } })
    const { user } = await renderApp(twin, '#/delivery')
    const bringBack = await screen.findByRole('button', { name: 'Bring back 1 order' })
    await user.click(bringBack)
    expect(twin.inputsOf('delivery:bringBack')).toEqual([])

    await user.selectOptions(screen.getByRole('combobox', { name: 'Method for Livraison en casier' }), 'relay')
    await user.click(await screen.findByRole('button', { name: 'Bring back 1 order' }))

    expect(twin.inputsOf('delivery:map')).toEqual([{ connectionId: 1, mode: 'Livraison en casier', methodId: 'relay' }])
    expect(twin.inputsOf('delivery:bringBack')).toMatchObject([{ connectionId: 1, mode: 'Livraison en casier' }])
  })

  it('offers no method for in-store pickup', async () => {
    await renderApp(createApiTwin(), '#/delivery')

    const pickup = await screen.findByRole('row', { name: /Retrait chez le vendeur/ })

    expect(within(pickup).queryByRole('combobox')).toBeNull()
    expect(within(pickup).getByText('Cannot be mapped: always skipped')).toBeDefined()
  })

  it('answers a code while it is typed: carrier, what Rakuten gets, link, and the rule that hit', async () => {
    const twin = createApiTwin()
    const { user } = await renderApp(twin, '#/delivery')
    const tried = await screen.findByRole('region', { name: 'Try a code' })

    await user.type(within(tried).getByLabelText('Tracking number'), '8G45061126689')

    expect(await within(tried).findByText('Shape fits, and no other ticked carrier does.')).toBeDefined()
    expect(within(tried).getByRole('link', { name: /laposte\.fr/ })).toBeDefined()
    expect(within(tried).getByText('hit')).toBeDefined()
    expect(twin.inputsOf('delivery:tryCode').at(-1)).toMatchObject({
      trackingNumber: '8G45061126689',
      carrierName: null,
    })
  })
})
