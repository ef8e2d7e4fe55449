import { describe, expect, it } from 'vitest'
import { familyOf, normaliseName } from '../../../../src/main/domain/carriers/carrier-name.ts'
import { carrierCatalogue, carrierEntries } from '../../../helpers/carriers.ts'

const idOf = (text: string): string | null => carrierCatalogue.byName(text)?.carrierId ?? null

describe('normaliseName', () => {
  it('drops accents, case, signs and extra blanks', () => {
    expect(normaliseName('  La Poste – COLISSIMO ')).toBe('la poste colissimo')
    expect(normaliseName('Colissimo™ (Domicile)')).toBe('colissimo domicile')
    expect(normaliseName('Kuehne+Nagel')).toBe('kuehne nagel')
    expect(normaliseName('Colis_Privé/Relais & Cie.')).toBe('colis prive relais cie')
  })
})

describe('byName', () => {
  it('finds every carrier by each of its aliases, in any case', () => {
    const lost = carrierEntries.flatMap(({ id, aliases }) =>
      aliases.filter((alias) => idOf(alias.toUpperCase()) !== id),
    )

    expect(lost).toEqual([])
  })

  it.each([
    ['MondialRelay', 'mondial-relay'],
    ['colis-prive', 'colis-prive'],
    ['Livraison Chronopost France', 'chronopost'],
    ['Transporteur : GLS', 'gls-fr'],
    ['Colissimo sans signature (domicile)', 'colissimo'],
    ['Mondial Relay – Point Relais®', 'mondial-relay'],
    ['LettreSuivie', 'laposte-lettre-suivie'],
    ['Mondial (France) Relay', 'mondial-relay'],
    ['MONR', 'mondial-relay'],
    ['POFR', 'colissimo'],
  ])('takes %j for %s', (text, id) => {
    expect(idOf(text)).toBe(id)
  })

  it.each([
    ['la poste colissimo', 'colissimo'],
    ['tnt relais colis', 'tnt-fr'],
    ['relais colis', 'relais-colis'],
    ['poste italiane', 'poste-italiane'],
    ['la poste suisse', 'swiss-post'],
    ['dhl parcel nl', 'dhl-ecommerce-nl'],
    ['mondial relay inpost', 'mondial-relay'],
    ['Envoi par La Poste Suisse', 'swiss-post'],
    ['Notre offre TNT Relais Colis 24h', 'tnt-fr'],
  ])('does not stop at a shorter name inside %j', (text, id) => {
    expect(idOf(text)).toBe(id)
  })

  it.each([
    'colis',
    'poste',
    'relais',
    'autre',
    'other',
    'custom',
    'standard',
    'livraison gratuite',
    'flat_rate',
    'La',
    '',
    '—',
    'upside down',
  ])('takes %j for no carrier', (text) => {
    expect(idOf(text)).toBeNull()
  })
})

describe('familyOf', () => {
  it('knows the names that stand for several carriers, the French one first', () => {
    const first = ['la poste', 'dpd', 'gls', 'dhl', 'tnt', 'inpost'].map((name) => familyOf(name)[0])

    expect(first).toEqual(['colissimo', 'dpd-fr', 'gls-fr', 'dhl-express', 'tnt-fr', 'mondial-relay'])
    expect(familyOf('gls france')).toEqual([])
  })

  it('names only carriers that exist', () => {
    const members = ['la poste', 'dpd', 'gls', 'dhl', 'tnt', 'inpost'].flatMap(familyOf)

    expect(members.filter((id) => carrierCatalogue.byId(id) === null)).toEqual([])
  })
})
