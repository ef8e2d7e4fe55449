import { describe, expect, it } from 'vitest'
import { resourceUrl } from '../../../../src/main/connectors/prestashop/resource-url.ts'

describe('addresses of the webservice', () => {
  it.each([
    ['https://shop.example', 'https://shop.example/api/orders'],
    ['https://shop.example/', 'https://shop.example/api/orders'],
    ['https://shop.example/sub/api/', 'https://shop.example/sub/api/orders'],
    ['https://shop.example/sub?x=1#y', 'https://shop.example/sub/api/orders'],
    ['https://shop.example/webservice/dispatcher.php', 'https://shop.example/webservice/dispatcher.php?url=orders'],
  ])('come from %s', (shopUrl, expected) => {
    expect(resourceUrl(shopUrl, 'orders').href).toBe(expected)
  })
})
