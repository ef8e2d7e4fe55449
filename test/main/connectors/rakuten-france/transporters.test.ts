import { expect, it } from 'vitest'
import { carrierWords, TRANSPORTERS } from '../../../../src/main/connectors/rakuten-france/transporters.ts'
import { carrierEntries, carrierOf } from '../../../helpers/carriers.ts'

it('has a word for every carrier that the data gives one', () => {
  const named = carrierEntries.filter(({ rakutenTransporterName: name }) => name !== null)

  expect(named.length).toBeGreaterThan(20)
  for (const carrier of named) expect(carrierWords.of(carrier)).toBe(carrier.rakutenTransporterName)
})

it('has none for a carrier Rakuten does not list, whatever the data says', () => {
  expect(carrierWords.of(carrierOf('vinted-go'))).toBeNull()
  expect(carrierWords.of({ ...carrierOf('colissimo'), rakutenTransporterName: 'Pigeon' })).toBeNull()
})

it('lists its word for another one', () => {
  expect(TRANSPORTERS).toContain(carrierWords.other)
})
