import { describe, expect, it } from 'vitest'
import { refuseTemplate } from '../../../../src/main/connectors/custom/read-template.ts'
import { DEFAULT_SETUP } from '../../../simulators/custom-http/setup.ts'
import { PUSH_TEMPLATE, templateFor } from '../../../simulators/custom-http/template.ts'

const good = templateFor(DEFAULT_SETUP)
const { createOrder, readOrders, readStock } = good
const refusal = (changes: object): string | null => refuseTemplate(JSON.stringify({ ...good, ...changes }))

const fileTemplate = {
  format: 1,
  title: 'Files',
  createOrder: {
    ...{ kind: 'file', name: 'order_{{order.ref}}.csv' },
    file: { format: 'csv', columns: [{ name: 'ref', value: '{{order.ref}}' }] },
  },
  readOrders: { kind: 'file', name: '*.csv', file: { format: 'csv' }, map: { ref: 'ref', state: 'state' } },
  cancelOrder: {
    ...{ kind: 'file', name: 'cancel_{{ref}}.json', folder: 'cancel' },
    file: { format: 'json', body: { order: '{{ref}}', why: '{{reason}}' } },
  },
  states: {},
}

describe('a template', () => {
  it.each([
    ['for an interface', good],
    ['for pushed orders', PUSH_TEMPLATE],
    ['for files', fileTemplate],
  ])('that is whole is taken: %s', (_, template) => {
    expect(refuseTemplate(JSON.stringify(template))).toBeNull()
    expect(refuseTemplate(`\uFEFF${JSON.stringify(template, null, 2)}`)).toBeNull()
  })

  it.each(['', 'title: x', '{"format":1,}'])('that is not JSON is refused: %j', (text) => {
    expect(refuseTemplate(text)).toMatch(/not JSON/)
  })

  it('names what is still to be answered, the first three of many', () => {
    const map = { ...readOrders.map, state: '?', parcels: { items: '?', map: {} } }

    expect(refusal({ readOrders: { ...readOrders, map }, states: { '?': 'shipped', nieuw: 'open' } })).toBe(
      'Still to be answered: readOrders.map.state, readOrders.map.parcels.items, states.?.',
    )
    expect(refusal({ readOrders: { ...readOrders, map }, states: { '?': 'shipped', nieuw: '?', weg: '?' } })).toBe(
      'Still to be answered: readOrders.map.state, readOrders.map.parcels.items, states.? and 2 more.',
    )
  })

  it.each([
    ['a member nobody knows', { colour: 'blue' }, /colour/],
    ['another format', { format: 2 }, /at format:/],
    ['an operation that is missing', { createOrder: undefined }, /at createOrder:/],
    ['a state that means nothing', { states: { nieuw: 'fresh' } }, /at states.nieuw:/],
    [
      'a look-up that does not tell whose order it is',
      {
        createOrder: { ...createOrder, findByRef: { ...createOrder.findByRef, map: { remoteId: 'id', state: 's' } } },
      },
      /at createOrder.findByRef.map.ref:/,
    ],
    [
      'a name that cannot be inserted there',
      {
        createOrder: { ...createOrder, path: '/orders/{{line.sku}}' },
      },
      /at createOrder.path: “line.sku” cannot be inserted there/,
    ],
    [
      'a line outside of its repetition',
      {
        createOrder: { ...createOrder, send: { format: 'json', body: { a: ['{{line.sku}}'] } } },
      },
      /at createOrder.send.body.a.0: “line.sku”/,
    ],
    [
      'a repetition of something else',
      {
        createOrder: { ...createOrder, send: { format: 'json', body: { $each: 'order.parcels', item: {} } } },
      },
      /at createOrder.send.body.\$each/,
    ],
    [
      'a filter nobody knows',
      {
        createOrder: { ...createOrder, path: '/{{order.ref|shout}}' },
      },
      /there is no filter “shout”/,
    ],
    [
      'a filter without its argument',
      {
        createOrder: { ...createOrder, path: '/{{order.ref|max}}' },
      },
      /“max” has 0 arguments/,
    ],
    [
      'a length that is no number',
      { createOrder: { ...createOrder, path: '/{{order.ref|max("x")}}' } },
      /whole number/,
    ],
    [
      'a date that cannot be written',
      {
        createOrder: { ...createOrder, path: '/{{order.createdAt|date("dd/QQ")}}' },
      },
      /the date is written with/,
    ],
    [
      'a time zone that does not exist',
      {
        createOrder: { ...createOrder, path: '/{{order.createdAt|date("dd", "Mars/Base")}}' },
      },
      /the date is written with/,
    ],
    [
      'a table that does not exist',
      { createOrder: { ...createOrder, path: '/{{order.method|map("x")}}' } },
      /no table/,
    ],
    ['a placeholder that never ends', { readStock: { ...readStock, path: '/stock?page={{page' } }, /at readStock.path/],
    ['pages that are never asked for', { readStock: { ...readStock, path: '/stock' } }, /at readStock.paging/],
    [
      'a table that should say how it goes on',
      {
        readStock: { ...readStock, answer: { format: 'csv' }, paging: { by: 'link', next: 'next' } },
      },
      /csv has no place for “next”/,
    ],
    [
      'a header that none can be called',
      { readStock: { ...readStock, headers: { 'X Key': '1' } } },
      /at readStock.headers.X Key: /,
    ],
    [
      'a GET that sends something',
      { readStock: { ...readStock, send: { format: 'json', body: {} } } },
      /at readStock.send: a GET sends nothing/,
    ],
  ])('with %s is refused by its place', (_, changes, message) => {
    expect(refusal(changes)).toMatch(message)
  })

  it.each([
    ['the name of an order’s file', { createOrder: { ...fileTemplate.createOrder, name: '{{reason}}.csv' } }],
    ['the name of a cancellation', { cancelOrder: { ...fileTemplate.cancelOrder, name: '{{order.buyerEmail}}' } }],
  ])('for files is held to what may stand in %s', (_, changes) => {
    expect(refuseTemplate(JSON.stringify({ ...fileTemplate, ...changes }))).toMatch(/cannot be inserted there/)
  })
})
