import { describe, expect, it } from 'vitest'
import { completeValues, sortGiven, sortValues } from '../../../src/main/accounts/field-values.ts'
import type { Fields } from '../../../src/main/connectors/sockets/definition.ts'
import { refusedField } from '../../helpers/test-accounts.ts'

const fields = {
  key: { label: 'Key', secret: true },
  restock: {
    label: 'Stock after a cancellation',
    fallback: 'yes',
    choices: [
      { value: 'yes', label: 'Put it back' },
      { value: 'no', label: 'Leave it' },
    ],
  },
  days: {
    label: 'Days',
    optional: true,
    several: true,
    choices: [
      { value: 'mon', label: 'Monday' },
      { value: 'tue', label: 'Tuesday' },
    ],
  },
  states: { label: 'Completed states', fallback: 'completed', several: true, choices: 'from-outside' },
} as const satisfies Fields

describe('a field with choices', () => {
  it.each([{ restock: 'perhaps' }, { restock: 'yes,no' }, { days: 'mon,sun' }, { days: ' , ' }, { states: ',' }])(
    'refuses %o and names itself',
    async (values) => {
      expect(await refusedField(() => sortGiven(fields, values))).toBe(Object.keys(values)[0])
    },
  )

  it('names the value it cannot be, and what it can', () => {
    expect(() => sortGiven(fields, { days: 'mon,sun' })).toThrow('Days cannot be “sun”, only mon, tue.')
  })

  it.each([
    { restock: 'no' },
    { days: 'tue' },
    { days: 'mon, tue' },
    // What only the shop knows is not asked for when it is kept.
    { states: 'wc-completed,wc-sent' },
    { restock: '' },
  ])('takes %o', (values) => {
    expect(sortGiven(fields, values).plain).toEqual(values)
  })

  it('has its usual value where none is given', () => {
    expect(sortValues(fields, { key: 'k' }).plain).toEqual({})
    expect(completeValues(fields, { key: 'k', restock: '' })).toMatchObject({ restock: 'yes', states: 'completed' })
  })
})

describe('a field that another one can stand in for', () => {
  const twoWays = {
    client: { label: 'Client', optional: true, unless: 'token' },
    token: { label: 'Token', secret: true, optional: true },
  } as const satisfies Fields

  it.each([{}, { token: '' }, { client: '' }])('is missing from %o', async (values) => {
    expect(await refusedField(() => sortValues(twoWays, values))).toBe('client')
  })

  it.each([{ client: 'c' }, { token: 't' }, { client: 'c', token: 't' }])('is not missing from %o', (values) => {
    expect(() => sortValues(twoWays, values)).not.toThrow()
  })
})

describe('a document', () => {
  const form = { login: { label: 'Login' }, template: { label: 'Template', document: true } } as const satisfies Fields

  it('is kept to the sign, and may be long', () => {
    const template = `{\n${' '.repeat(100_000)}}\n`

    expect(sortValues(form, { login: 'a', template }).plain).toEqual({ login: 'a', template })
  })

  it.each([
    [{ template: ' \n' }, 'Template is empty.'],
    [{ template: 'x'.repeat(250_001) }, 'Template is longer than 250,000 characters.'],
    [{ login: 'x'.repeat(5_001) }, 'Login is longer than 5,000 characters.'],
    [{ login: 'abc\n' }, 'Login begins or ends with a blank.'],
  ])('has its limits, and a text has its own', (values, message) => {
    expect(() => sortGiven(form, values)).toThrow(message)
  })
})
