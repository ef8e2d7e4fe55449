import { describe, expect, it } from 'vitest'
import { answerFault } from '../../../../src/main/connectors/shopify/answer-faults.ts'
import { Envelope } from '../../../../src/main/connectors/shopify/envelope.ts'

const faultOf = (answer: unknown, writes: boolean) => {
  const envelope = Envelope.parse(answer)
  return answerFault(envelope.errors ?? [], envelope, { side: 'Boutique', name: 'orderCreate', writes })
}

const error = (code: string | null, path: readonly string[] = ['orderCreate']) => ({
  message: 'No.',
  path,
  extensions: code === null ? null : { code },
})

describe('errors in an answer of Shopify', () => {
  it.each([
    ['an outage', { errors: [error('INTERNAL_SERVER_ERROR')] }, 'unreachable', 'unknown'],
    ['a time-out there', { data: { orderCreate: null }, errors: [error('TIMEOUT')] }, 'unreachable', 'unknown'],
    ['a question that was not understood', { errors: [error('undefinedField')] }, 'refused', 'not-done'],
    [
      'a permission that is missing for the act',
      { data: null, errors: [error('ACCESS_DENIED')] },
      'settings',
      'not-done',
    ],
    [
      'a permission that is missing to look at what was done',
      { data: { orderCreate: {} }, errors: [error('ACCESS_DENIED', ['orderCreate', 'order', 'id'])] },
      'settings',
      'unknown',
    ],
    [
      'something unheard of beside an answer',
      { data: { orderCreate: {} }, errors: [error(null)] },
      'refused',
      'unknown',
    ],
    ['a bare text', { errors: 'Not Found' }, 'refused', 'not-done'],
  ])('mean for an act: %s', (_, answer, kind, outcome) => {
    expect(faultOf(answer, true)).toMatchObject({ kind, outcome, side: 'Boutique' })
    expect(faultOf(answer, false)).toMatchObject({ kind, outcome: 'not-done' })
  })
})
