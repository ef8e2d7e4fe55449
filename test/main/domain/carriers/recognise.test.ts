import { describe, expect, it } from 'vitest'
import { fits, recognise } from '../../../../src/main/domain/carriers/recognise.ts'
import { carrierCatalogue, carrierEntries, carrierOf, withinFrance } from '../../../helpers/carriers.ts'

const best = (number: string, toCountry = 'FR'): readonly string[] =>
  recognise(number, carrierCatalogue.carriers, { ...withinFrance, toCountry }, carrierCatalogue).map(
    ({ carrier }) => carrier.id,
  )

describe('recognise', () => {
  it('lets seven of the 213 sample numbers go to another carrier: issuers, sister services and one 3S number', () => {
    const samples = carrierEntries.flatMap(({ id, testNumbers }) => testNumbers.valid.map((number) => ({ id, number })))

    const outranked = samples.filter(({ id, number }) => !best(number).includes(id))

    expect(samples).toHaveLength(213)
    expect(outranked).toEqual([
      { id: 'dhl-express', number: 'JJD0099999999' },
      { id: 'dhl-ecommerce-nl', number: '3SBCC000123456' },
      { id: 'deutsche-post', number: 'LX123456785DE' },
      { id: 'upu-s10', number: 'RB123456785GB' },
      { id: 'upu-s10', number: 'RB123456785US' },
      { id: 'upu-s10', number: 'LZ712917377US' },
      { id: 'upu-s10', number: 'CB662173705US' },
    ])
  })

  it.each([
    ['8 digits', '12345678', ['mondial-relay', 'heppner', 'colisweb']],
    ['8 letters and digits', 'Z6E5E29R', ['gls-fr', 'gls-de', 'gls-nl']],
    ['8, 00 first', '00E7V8YY', ['gls-fr']],
    ['10 digits that pass mod 7', '3318810025', ['mondial-relay', 'relais-colis', 'dhl-express']],
    ['10 digits that do not', '3318810026', ['mondial-relay', 'relais-colis']],
    ['11 digits', '20189360332', ['gls-fr', 'gls-de', 'gls-nl']],
    [
      '12 digits with the GLS check',
      '123416227171',
      ['mondial-relay', 'colis-prive', 'dpd-fr', 'gls-fr', 'gls-de', 'gls-nl', 'mrw'],
    ],
    ['12 digits with the FedEx check', '986578788855', ['mondial-relay', 'colis-prive', 'fedex', 'mrw']],
    ['12, 1G first', '1G123GEODIS0', ['geodis']],
    ['12, a letter sixth', '08203F557102', ['mrw']],
    ['13, 6 and a letter', '6A62957360897', ['colissimo']],
    ['13, RA', 'RA00020974503', ['colissimo', 'poste-italiane']],
    ['14 digits, 870', '87000918244878', ['laposte-lettre-suivie']],
    ['14 digits, 10 first', '10764000276716', ['dpd-fr']],
    ['14 digits + letter, 88', '88000019255788Y', ['laposte-lettre-suivie']],
    ['14 digits + letter', '01196812014637L', ['dpd-fr', 'dpd-de', 'dpd-nl', 'dpd-be']],
    ['15 digits, 250', '250123456789012', ['dpd-fr']],
    ['15 digits, 86', '861011301731382', ['laposte-lettre-suivie']],
    ['16 digits', '7412345000000007', ['tnt-fr', 'correos-express', 'vinted-go']],
    ['18 digits, 99', '993412345612345678', ['swiss-post']],
    ['18 digits, 323', '323245067847491492', ['bpost']],
    ['20 digits, 00340434', '00340434633751428115', ['dhl-paket-de']],
    ['22 digits, 94', '9400111206206406260787', ['usps']],
    ['22 digits, 10', '1011236513864670170531', ['austrian-post']],
    ['22 digits, 00', '0082800011298638008391', ['ctt-express']],
    ['24 digits, 323', '323211216300000593107030', ['bpost']],
    ['3S and four letters', '3SABCD3427702', ['postnl']],
    ['JJD', 'JJD0099999999', ['dhl-paket-de']],
  ])('%s: %s', (_, number, carriers) => {
    expect(best(number)).toEqual(carriers)
  })

  it('gives a foreign S10 number without a post of its own to La Poste, where La Poste delivers', () => {
    expect(best('RB123456785JP', 'FR')).toEqual(['upu-s10'])
    expect(best('RB123456785JP', 'RE')).toEqual(['upu-s10'])
    expect(best('RB123456785JP', 'DE')).toEqual([])
    expect(best('RB123456785XX', 'FR')).toEqual([])
  })

  it('knows an overseas parcel by its issuer although no shape lists the suffix', () => {
    expect(best('CB123456785GP')).toEqual(['colissimo'])
  })
})

describe('fits', () => {
  const fitting = (id: string, number: string) => fits(number, carrierOf(id), carrierCatalogue)

  it('is false for a wrong shape or check digit, true for a carrier whose shapes nobody knows', () => {
    expect(fitting('colissimo', '6A62957360897')).toBe(true)
    expect(fitting('colissimo', '6A62957360898')).toBe(false)
    expect(fitting('colissimo', 'CB123456785GP')).toBe(true)
    expect(fitting('kuehne-nagel', 'ANY12345')).toBe(true)
  })
})
