import { describe, expect, it } from 'vitest'
import { normaliseName } from '../../../../src/main/domain/carriers/carrier-name.ts'
import { createCarrierCatalogue } from '../../../../src/main/domain/carriers/catalogue.ts'
import { carrierCatalogue, carrierEntries, carrierOf } from '../../../helpers/carriers.ts'

const numbers = (kind: 'valid' | 'invalid') =>
  carrierEntries.flatMap((entry) => entry.testNumbers[kind].map((number) => ({ id: entry.id, number, entry })))

describe('match', () => {
  it.each(numbers('valid'))('takes $number for a number of $id', ({ entry, number }) => {
    expect(carrierCatalogue.match(entry, number)).not.toBeNull()
  })

  it.each(numbers('invalid'))('does not take $number for a number of $id', ({ entry, number }) => {
    expect(carrierCatalogue.match(entry, number)).toBeNull()
  })

  it('says how strong the shape is, and whether a check digit held', () => {
    const strengthOf = (id: string, number: string) => {
      const match = carrierCatalogue.match(carrierOf(id), number)
      return match && { strength: match.strength, checked: match.checked }
    }

    expect(strengthOf('colissimo', '6A62957360897')).toEqual({ strength: 'strong', checked: true })
    expect(strengthOf('colissimo', '5S12345678905')).toEqual({ strength: 'medium', checked: false })
    expect(strengthOf('mondial-relay', '87778793')).toEqual({ strength: 'weak', checked: false })
    expect(strengthOf('fedex', '986578788855')).toEqual({ strength: 'weak', checked: true })
  })

  it('refuses a number of the international post whose last letters name no country', () => {
    expect(carrierCatalogue.match(carrierOf('upu-s10'), 'RB123456785CV')).not.toBeNull()
    expect(carrierCatalogue.match(carrierOf('upu-s10'), 'RB123456785XX')).toBeNull()
  })
})

describe('byHost', () => {
  const idsOn = (host: string) => carrierCatalogue.byHost(host).map(({ id }) => id)

  it('knows who lives where, and who shares a page', () => {
    expect(idsOn('chronopost.fr')).toEqual(['chronopost'])
    expect(idsOn('laposte.fr')).toEqual(['colissimo', 'laposte-lettre-suivie', 'upu-s10'])
    expect(idsOn('royalmail.com')).toEqual(['royal-mail', 'parcelforce'])
    expect(idsOn('t.17track.net')).toEqual([])
  })
})

describe('the data file', () => {
  it('gives every pattern its strength, and every alias to one carrier', () => {
    const uneven = carrierEntries.filter((entry) => entry.numberPatterns.length !== entry.numberPatternStrength.length)
    const aliases = carrierEntries.flatMap(({ id, aliases }) =>
      [...new Set(aliases.map(normaliseName))].map((alias) => ({ id, alias })),
    )
    const shared = [...Map.groupBy(aliases, ({ alias }) => alias).values()].filter((owners) => owners.length > 1)

    expect(uneven).toEqual([])
    expect(shared).toEqual([])
  })

  it('is refused when it names a check-digit rule nobody wrote', () => {
    const mistyped = { ...carrierOf('ups'), checksum: [{ name: 'ups-mod11', appliesTo: '^1Z', params: {} }] }

    expect(() => createCarrierCatalogue([mistyped])).toThrow('ups-mod11')
  })
})
