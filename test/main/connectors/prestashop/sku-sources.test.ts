import { describe, expect, it } from 'vitest'
import { articleOfIdSku, idSku } from '../../../../src/main/connectors/prestashop/sku-sources.ts'

describe('SKUs by id', () => {
  it.each(['12', '12-40'])('%s', (sku) => {
    const article = articleOfIdSku(sku)
    expect(article && idSku(article)).toBe(sku)
  })

  it.each(['', '0', '12-0', '012', 'x', '12-', '99999999999'])('%j is none', (sku) => {
    expect(articleOfIdSku(sku)).toBeNull()
  })
})
