import { describe, expect, it } from 'vitest'
import { capabilitiesOf } from '../../../src/main/accounts/definitions.ts'
import { thisPc } from '../../../src/main/connectors/this-pc/index.ts'

describe('what a back office can do', () => {
  const pigeons = {
    ...thisPc,
    id: 'pigeons',
    capabilitiesOf: ({ rings }: Readonly<Record<string, string>>) => ({
      ...thisPc.capabilities,
      lookUp: rings === 'read',
    }),
  }
  const registry = { marketplaces: [], backOffices: [thisPc, pigeons] }

  it('is what its kind says, or what its settings make of it', () => {
    const lookUp = (kind: string, settings: Record<string, string>) =>
      capabilitiesOf(registry, { kind, settings }).lookUp

    expect(lookUp('this-pc', {})).toBe(thisPc.capabilities.lookUp)
    expect([lookUp('pigeons', { rings: 'read' }), lookUp('pigeons', {})]).toEqual([true, false])
  })
})
