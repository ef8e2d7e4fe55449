import { describe, expect, it } from 'vitest'
import { isFilterable, oneOf } from '../../../../src/main/connectors/prestashop/filters.ts'

describe('filters', () => {
  it('say a single value twice, so that it is never an interval', () => {
    expect([oneOf(['12,34']), oneOf([5, 6])]).toEqual(['[12,34|12,34]', '[5|6]'])
  })

  it.each(['a|b', 'a[', ']', 'a\nb', ''])('cannot hold %j', (text) => {
    expect(isFilterable(text)).toBe(false)
  })
})
