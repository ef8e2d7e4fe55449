import { expect, it } from 'vitest'
import { hashOf } from '../../../../src/main/sync/stock/last-file.ts'

const line = { sku: 'MUG', quantity: 4, priceCents: 1290 }

it.each([
  ['SKU', { ...line, sku: 'CUP' }],
  ['quantity', { ...line, quantity: 5 }],
  ['price', { ...line, priceCents: 1299 }],
])('tells two files apart by a %s', (_, other) => {
  expect(hashOf([other])).not.toBe(hashOf([line]))
  expect(hashOf([{ ...line }])).toBe(hashOf([line]))
})
