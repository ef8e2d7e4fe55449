import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createApiTwin, refused } from '../../helpers/api-twin.ts'
import { renderApp } from '../../helpers/render-app.tsx'

const stockOfBowl = () => screen.findByRole('textbox', { name: 'Stock of BOL-GRES-BLEU' })
const bowl = {
  sku: 'BOL-GRES-BLEU',
  ean: '3760000000017',
  title: 'Bol en grès bleu',
  stock: 22,
  safetyStock: 1,
  priceCents: 1_490,
}

describe('products of this PC', () => {
  it('are changed in place, beside what was shown before', async () => {
    const twin = createApiTwin()
    const { user } = await renderApp(twin, '#/products')

    await user.click(await stockOfBowl())
    await user.keyboard('25{Enter}')

    expect(twin.inputsOf('products:save')).toEqual([{ backOfficeId: 3, product: { ...bowl, stock: 25 }, was: bowl }])
  })

  it('stay as they were after Esc, and where the text is no number', async () => {
    const twin = createApiTwin()
    const { user } = await renderApp(twin, '#/products')
    await user.click(await stockOfBowl())
    await user.keyboard('7{Escape}')
    await user.click(await stockOfBowl())

    await user.keyboard('many{Enter}')

    expect(twin.inputsOf('products:save')).toEqual([])
    expect(await screen.findByText('A whole number is needed.')).toBeDefined()
    expect((await stockOfBowl()).getAttribute('aria-invalid')).toBe('true')
  })

  it('say so when somebody else changed one meanwhile', async () => {
    const save = () => {
      throw refused('This product has changed meanwhile.', null, 'stale')
    }
    const { user } = await renderApp(createApiTwin({ products: { save } }), '#/products')

    await user.click(await stockOfBowl())
    await user.keyboard('25{Enter}')

    expect(await screen.findByText('This product has changed meanwhile.')).toBeDefined()
  })

  it('name row and column of what is wrong in a CSV, and import nothing', async () => {
    const errors = [{ row: 3, column: 'stock', message: '"douze" is no whole number.' }]
    const twin = createApiTwin({ products: { previewCsv: () => ({ total: 0, rows: [], errors }) } })
    const { user } = await renderApp(twin, '#/products')
    await user.click(await screen.findByRole('button', { name: 'Import CSV' }))
    const picker = document.querySelector<HTMLInputElement>('input[type=file]')
    if (picker === null) throw new Error('There is no file field')

    await user.upload(picker, new File(['sku;stock\nA;douze'], 'stock.csv', { type: 'text/csv' }))

    expect(await screen.findByRole('row', { name: '3 stock "douze" is no whole number.' })).toBeDefined()
    expect(twin.inputsOf('products:previewCsv')).toEqual([{ backOfficeId: 3, file: btoa('sku;stock\nA;douze') }])
    expect(screen.queryByRole('button', { name: /^Import \d/ })).toBeNull()
    expect(twin.inputsOf('products:importCsv')).toEqual([])
  })

  it('are booked in with a scanner, and the field is ready again', async () => {
    const twin = createApiTwin()
    const { user } = await renderApp(twin, '#/products')

    await user.type(await screen.findByLabelText('Scan'), 'BOL-GRES-BLEU{Enter}')

    expect(twin.inputsOf('products:receive')).toEqual([{ backOfficeId: 3, code: 'BOL-GRES-BLEU', units: 1 }])
    expect(await screen.findByText('BOL-GRES-BLEU: 23 in stock.')).toBeDefined()
    expect(screen.getByLabelText('Scan')).toHaveProperty('value', '')
    expect(document.activeElement).toBe(screen.getByLabelText('Scan'))
  })

  it('leave with the orders of this PC: carrier, number, Ship', async () => {
    const twin = createApiTwin()
    const { user } = await renderApp(twin, '#/products')
    await user.click(await screen.findByRole('radio', { name: 'Orders to ship' }))
    await user.click(await screen.findByRole('button', { name: /TRY-828066841/ }))
    await user.type(await screen.findByLabelText('Tracking number'), '8G45061126689')
    await user.selectOptions(await screen.findByLabelText('Carrier'), 'Colissimo')

    await user.click(screen.getByRole('button', { name: 'Ship' }))

    expect(twin.inputsOf('officeOrders:ship')).toMatchObject([
      { backOfficeId: 3, reference: 'TRY-828066841', carrierName: 'Colissimo', trackingNumber: '8G45061126689' },
    ])
  })
})
