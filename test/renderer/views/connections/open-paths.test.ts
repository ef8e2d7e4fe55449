import { describe, expect, it } from 'vitest'
import { answerAt, openPaths, withAnswer } from '../../../../src/renderer/views/connections/open-paths.ts'

const TEXT = `{ "readOrders": { "name": "?",  "map": { "ref": "?" } }, "list": [1, {"path": "?" }], "note": "really?" }`

describe('what a document waits for', () => {
  it('is every “?” that stands alone, except in a table', () => {
    expect(openPaths(TEXT, [{ at: 'readOrders.map' }])).toEqual(['readOrders.name', 'list.1.path'])
  })

  it('is answered where it stands, and waits again when the answer is taken back', () => {
    const answered = withAnswer(TEXT, 'list.1.path', 'orders "new"')

    expect(answered).toBe(TEXT.replace('{"path": "?" }', '{"path": "orders \\"new\\"" }'))
    expect(answerAt(answered, 'list.1.path')).toBe('orders "new"')
    expect(withAnswer(answered, 'list.1.path', '')).toBe(TEXT)
  })

  it('is no text where something else stands, or nothing', () => {
    expect([answerAt(TEXT, 'list.0'), answerAt(TEXT, 'list.7'), answerAt(TEXT, 'list')]).toEqual([null, null, null])
  })
})
