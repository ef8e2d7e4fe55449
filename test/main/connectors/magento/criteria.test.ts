import { describe, expect, it } from 'vitest'
import { oauth1Header } from '../../../../src/main/connectors/http/oauth1.ts'
import { inAddresses, oneOf, toQuery, where } from '../../../../src/main/connectors/magento/criteria.ts'

describe('a search', () => {
  it('encodes brackets and values once, groups apart from filters', () => {
    const query = toQuery({
      groups: [
        [...where('sku', 'eq', 'A/B 50%'), ...where('sku', 'eq', 'Ü,1')],
        where('updated_at', 'gteq', '2026-11-21 10:00:00'),
      ],
      sort: { field: 'entity_id', direction: 'ASC' },
      ...{ pageSize: 100, page: 2, fields: 'items[sku],total_count' },
    })

    expect(query).toContain('searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B1%5D%5Bvalue%5D=%C3%9C%2C1')
    expect([...new URLSearchParams(query)]).toEqual([
      ['searchCriteria[filter_groups][0][filters][0][field]', 'sku'],
      ['searchCriteria[filter_groups][0][filters][0][value]', 'A/B 50%'],
      ['searchCriteria[filter_groups][0][filters][0][condition_type]', 'eq'],
      ['searchCriteria[filter_groups][0][filters][1][field]', 'sku'],
      ['searchCriteria[filter_groups][0][filters][1][value]', 'Ü,1'],
      ['searchCriteria[filter_groups][0][filters][1][condition_type]', 'eq'],
      ['searchCriteria[filter_groups][1][filters][0][field]', 'updated_at'],
      ['searchCriteria[filter_groups][1][filters][0][value]', '2026-11-21 10:00:00'],
      ['searchCriteria[filter_groups][1][filters][0][condition_type]', 'gteq'],
      ['searchCriteria[sortOrders][0][field]', 'entity_id'],
      ['searchCriteria[sortOrders][0][direction]', 'ASC'],
      ['searchCriteria[pageSize]', '100'],
      ['searchCriteria[currentPage]', '2'],
      ['fields', 'items[sku],total_count'],
    ])
  })

  it('is signed as RFC 5849 wants it: brackets that are encoded in the address are encoded once more', () => {
    const query = toQuery({ groups: [where('ext_order_id', 'eq', 'RKT-1')], pageSize: 1 })

    const header = oauth1Header({
      ...{ method: 'GET', url: new URL(`https://shop.example/rest/all/V1/orders?${query}`), algorithm: 'HMAC-SHA256' },
      ...{ consumerKey: 'ck', consumerSecret: 'cs', token: { key: 'at', secret: 'as' } },
      ...{ timestamp: 1795305600, nonce: 'nonce' },
    })

    // Reckoned with openssl from a base string written by hand.
    expect(header).toContain(`oauth_signature="${encodeURIComponent('l/N5dnsDxvBtXel8BVYYaRJ8N/8CrfJCNwPWrI5VvT4=')}"`)
  })

  it('asks for many values as a list, and for those that a comma would tear apart one by one', () => {
    expect(oneOf('sku', ['A', 'B,C', 'D'])).toEqual([
      { field: 'sku', value: 'A,D', condition: 'in' },
      { field: 'sku', value: 'B,C', condition: 'eq' },
    ])
    expect(oneOf('sku', ['B,C'])).toEqual([{ field: 'sku', value: 'B,C', condition: 'eq' }])
  })

  it('puts no more values into an address than it takes, in their order, and leaves none out', () => {
    const long = Array.from({ length: 150 }, (_, at) => `${'Ü,'.repeat(30)}${at}`)
    const short = Array.from({ length: 250 }, (_, at) => String(at))

    const groups = inAddresses(long)

    expect(groups.flat()).toEqual(long)
    for (const some of groups)
      expect(toQuery({ groups: [oneOf('sku', some)], pageSize: 100 }).length).toBeLessThan(8_000)
    expect(inAddresses(short).map(({ length }) => length)).toEqual([100, 100, 50])
    expect(inAddresses([])).toEqual([])
  })
})
