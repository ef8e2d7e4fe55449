import { expect, it } from 'vitest'
import { timelineText } from '../../../src/main/cli/timeline-text.ts'

it('each entry of a timeline is one line, a call without its answer', () => {
  const at = '2026-11-24T13:00:00.000Z'
  const call = { name: 'acceptsale', status: 200, fault: null, answer: '<a>\n</a>', url: 'https://ws.example' }

  const lines = timelineText([
    { at, actor: 'navette', what: 'call', detail: call },
    { at, actor: 'seller', what: 'note', detail: { text: 'two\nlines', empty: '' } },
  ]).split('\n')

  expect(lines).toHaveLength(3)
  expect(lines[1]).toMatch(/navette {2}call {2}name: acceptsale, status: 200$/)
  expect(lines[2]).toMatch(/seller {3}note {2}text: two lines$/)
})
