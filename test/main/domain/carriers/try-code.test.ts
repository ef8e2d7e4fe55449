import { describe, expect, it } from 'vitest'
import type { Carrier } from '../../../../src/main/domain/carriers/carrier.ts'
import { tryCode } from '../../../../src/main/domain/carriers/try-code.ts'
import { carrierCatalogue, carrierQuestion, carrierSettings } from '../../../helpers/carriers.ts'

const wordOf = ({ rakutenTransporterName }: Carrier) => rakutenTransporterName

const tried = (trackingNumber: string, carrierName: string | null = null) => {
  const question = carrierQuestion({ parcel: { carrierName }, settings: carrierSettings({ defaultCarrier: 'ups' }) })
  const { outcome, rules } = tryCode(
    { ...question, parcel: { ...question.parcel, trackingNumber } },
    carrierCatalogue,
    wordOf,
  )
  return {
    outcome,
    rules: rules.map(({ rule, hit, carriers }) => `${hit ? '> ' : ''}${rule}: ${carriers.map(({ id }) => id)}`),
  }
}

describe('tryCode', () => {
  it('shows the outcome and all six rules, with the one that hit', () => {
    const { outcome, rules } = tried('6A62957360897', 'Chronopost')

    expect(outcome).toMatchObject({ kind: 'tracking', word: 'Chronopost', rule: 'name' })
    expect(rules).toEqual([
      'mapping: ',
      'link: ',
      '> name: chronopost',
      'number: colissimo',
      'default: ups',
      'problem: ',
    ])
  })

  it('shows the candidates of a rule that cannot decide', () => {
    expect(tried('87778793').rules).toContain('number: mondial-relay,heppner,colisweb')
  })

  it('asks a person about what is no number', () => {
    const { outcome, rules } = tried('12')

    expect(outcome).toMatchObject({ code: 'NUMBER_INVALID' })
    expect(rules).toEqual(['> problem: '])
  })
})
