import { describe, expect, it } from 'vitest'
import { findCarrier } from '../../../../src/main/domain/carriers/find-carrier.ts'
import { rememberCarrier } from '../../../../src/main/domain/carriers/remembered.ts'
import {
  carrierCatalogue,
  carrierOf,
  carrierQuestion,
  carrierSettings,
  whoCarries,
  withinFrance,
} from '../../../helpers/carriers.ts'

const chronopostLink = 'https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT=XU123456785FR'
const laPosteLink = 'https://www.laposte.fr/outils/suivre-vos-envois?code=6A62957360897'

describe('the rules, first hit wins', () => {
  const everything = carrierQuestion({
    parcel: { carrierName: 'Mondial Relay', carrierCode: 'ups', trackingUrl: chronopostLink },
    settings: carrierSettings({
      carriers: { 'Mondial Relay': 'gls-fr' },
      carriersUsed: ['colissimo'],
      defaultCarrier: 'fedex',
    }),
  })
  const { parcel, settings } = everything
  const without = { ...everything, settings: { ...settings, carriers: {} } }

  it('1: the mapping of the connection', () => {
    expect(whoCarries(everything)).toBe('mapping: gls-fr')
  })

  it('2: the link', () => {
    expect(whoCarries(without)).toBe('link: chronopost')
  })

  it('3: the name', () => {
    expect(whoCarries({ ...without, parcel: { ...parcel, trackingUrl: null } })).toBe('name: mondial-relay')
  })

  it('4: the number', () => {
    const nameless = { carrierName: 'Livraison offerte', carrierCode: 'flat_rate', trackingUrl: null }

    expect(whoCarries({ ...without, parcel: nameless })).toBe('number: colissimo')
  })

  it('5: the default carrier', () => {
    const nameless = { carrierName: null, carrierCode: null, trackingUrl: null }

    expect(whoCarries({ ...without, parcel: nameless, number: '1Z999AA10123456784' })).toBe('default: fedex')
  })

  it('6: nobody', () => {
    expect(whoCarries(carrierQuestion({ number: 'QQQQQ' }))).toBe('unknown')
  })
})

describe('the mapping', () => {
  const mapped = (carriers: Record<string, string>, parcel: Parameters<typeof carrierQuestion>[0]['parcel'] = {}) =>
    whoCarries(
      carrierQuestion({
        number: 'QQQQQ',
        parcel: { carrierName: 'La Poste', carrierCode: 'CP-1', ...parcel },
        settings: carrierSettings({
          carriers,
          ownCarriers: [{ name: 'Coursier', trackingUrlTemplate: 'https://coursier.example/{trackingNumber}' }],
        }),
      }),
    )

  it('knows name and code, in any spelling', () => {
    expect(mapped({ 'la-poste': 'laposte-lettre-suivie' })).toBe('mapping: laposte-lettre-suivie')
    expect(mapped({ 'cp 1': 'colis-prive' })).toBe('mapping: colis-prive')
  })

  it('prefers the exact spelling', () => {
    expect(mapped({ 'LA POSTE': 'ups', 'La Poste': 'gls-fr' })).toBe('mapping: gls-fr')
  })

  it('may name an own carrier', () => {
    expect(mapped({ 'La Poste': 'Coursier' })).toBe('mapping: Coursier')
  })

  it('is passed over when it names nobody who exists any more', () => {
    expect(mapped({ 'La Poste': 'Coursier parti' })).toBe('name: colissimo')
  })
})

describe('the link', () => {
  const linked = (trackingUrl: string, more: Parameters<typeof carrierQuestion>[0] = {}) =>
    whoCarries(carrierQuestion({ number: 'QQQQQ', ...more, parcel: { ...more.parcel, trackingUrl } }))

  it('lets the number tell apart who shares a page', () => {
    expect(linked(laPosteLink, { number: '87000918244878' })).toBe('link: laposte-lettre-suivie')
    expect(linked(laPosteLink, { number: 'XU123456785FR' })).toBe('link: chronopost')
    expect(linked(laPosteLink, { number: 'RB123456785JP' })).toBe('link: upu-s10')
    expect(linked(laPosteLink)).toBe('link: colissimo')
  })

  it('lets the name tell first', () => {
    const parcel = { carrierName: 'Lettre suivie' }

    expect(linked(laPosteLink, { number: '6A62957360897', parcel })).toBe('link: laposte-lettre-suivie')
  })

  it('tells the countries of one host apart by the path', () => {
    expect(linked('https://gls-group.com/DE/de/paketverfolgung?match=Z6E5E29R')).toBe('link: gls-de')
    expect(linked('https://gls-group.com/FR/fr/suivi-colis/?match=Z6E5E29R')).toBe('link: gls-fr')
  })

  it("knows a broker's own page", () => {
    expect(linked('https://tracking.sendcloud.sc/forward?carrier=colissimo&code=6A1')).toBe('link: sendcloud')
  })

  it("knows an own carrier's host", () => {
    const settings = carrierSettings({
      ownCarriers: [{ name: 'Coursier', trackingUrlTemplate: 'https://www.coursier.example/suivi/{trackingNumber}' }],
    })

    expect(linked('https://coursier.example/suivi/QQQQQ', { settings })).toBe('link: Coursier')
  })

  it.each([
    'https://t.17track.net/fr#nums=1',
    'https://laposte.fr.evil.example/1',
    'javascript:alert(1)',
    'https://www.laposte.fr/%s',
  ])('says nothing about %s', (url) => {
    expect(linked(url)).toBe('unknown')
  })
})

describe('the name', () => {
  const named = (carrierName: string, number: string, more: Parameters<typeof carrierQuestion>[0] = {}) =>
    whoCarries(carrierQuestion({ number, parcel: { carrierName }, ...more }))

  it('wins over the number, and says that they do not fit', () => {
    const question = carrierQuestion({ number: '1Z999AA10123456784', parcel: { carrierName: 'Colissimo' } })

    const finding = findCarrier(question, carrierCatalogue)

    expect(finding).toMatchObject({ kind: 'found', rule: 'name', carrier: { id: 'colissimo' }, numberFits: false })
  })

  it('of a family lets the number choose inside it', () => {
    expect(named('La Poste', '6A62957360897')).toBe('name: colissimo')
    expect(named('La Poste', '87000918244878')).toBe('name: laposte-lettre-suivie')
    expect(named('LAPOSTE', 'EE123456785FR')).toBe('name: chronopost')
    expect(named('DPD', '15501234567890')).toBe('name: dpd-uk')
    expect(named('DHL', '00340434633751428115')).toBe('name: dhl-paket-de')
    expect(named('TNT', '928567507')).toBe('name: tnt-international')
    expect(named('InPost', '642600027844200234823732')).toBe('name: inpost')
    expect(named('InPost', '87778793')).toBe('name: mondial-relay')
  })

  it('of a family then lets the country choose, then falls back on the French one', () => {
    const fromGermany = { ...withinFrance, fromCountry: 'DE' }

    expect(named('GLS', 'Z6E5E29R')).toBe('name: gls-fr')
    expect(named('GLS', 'Z6E5E29R', { route: fromGermany })).toBe('name: gls-de')
    expect(named('DPD', 'QQQQQ', { route: { ...withinFrance, fromCountry: 'JP', toCountry: 'JP' } })).toBe(
      'name: dpd-fr',
    )
    expect(named('La Poste', 'QQQQQ')).toBe('name: colissimo')
  })

  it('of a broker is ignored', () => {
    expect(named('Boxtal', '6A62957360897')).toBe('number: colissimo')
    expect(named('Sendcloud', '1Z999AA10123456784')).toBe('number: ups')
  })

  it('may be an own carrier, also one that is called like a known one', () => {
    const settings = carrierSettings({
      ownCarriers: [{ name: 'Geodis', trackingUrlTemplate: 'https://freight.example/{trackingNumber}' }],
    })

    expect(named('GEODIS', 'QQQQQ', { settings })).toBe('name: Geodis')
  })

  it('may stand in the code alone', () => {
    const question = carrierQuestion({ parcel: { carrierName: 'Livraison gratuite', carrierCode: 'chronopost' } })

    expect(whoCarries(question)).toBe('name: chronopost')
  })
})

const five = ['colissimo', 'laposte-lettre-suivie', 'chronopost', 'mondial-relay', 'ups']
const thirteen = [
  ...five,
  'relais-colis',
  'colis-prive',
  'dpd-fr',
  'gls-fr',
  'fedex',
  'tnt-fr',
  'dhl-express',
  'geodis',
]

/** How the sample numbers of some carriers fare when others are ticked. */
const fare = (ids: readonly string[], carriersUsed: readonly string[]) => {
  const settings = carrierSettings({ carriersUsed })
  const samples = ids.flatMap((id) => carrierOf(id).testNumbers.valid.map((number) => ({ id, number })))
  const answers = samples.map(({ id, number }) => ({ id, answer: whoCarries(carrierQuestion({ number, settings })) }))
  const count = (is: (sample: (typeof answers)[number]) => boolean): number => answers.filter(is).length
  return {
    right: count(({ id, answer }) => answer === `number: ${id}`),
    asked: count(({ answer }) => answer.endsWith('?')),
    wrong: count(({ id, answer }) => !answer.endsWith('?') && answer !== `number: ${id}`),
  }
}

describe('the number', () => {
  it('resolves all 39 samples of the five usual carriers once they are ticked', () => {
    expect(fare(five, five)).toEqual({ right: 39, asked: 0, wrong: 0 })
  })

  it('resolves 62 of 76 samples with thirteen French carriers ticked, asks about 14 and is never wrong', () => {
    expect(fare(thirteen, thirteen)).toEqual({ right: 62, asked: 14, wrong: 0 })
  })

  it('trusts strong shapes alone when nothing is ticked, and is never wrong', () => {
    expect(fare(thirteen, [])).toEqual({ right: 42, asked: 34, wrong: 0 })
  })

  const ticking = (number: string, carriersUsed: readonly string[], more: Parameters<typeof carrierQuestion>[0] = {}) =>
    whoCarries(carrierQuestion({ number, settings: carrierSettings({ carriersUsed }), ...more }))

  it('takes a weak shape when only one of the ticked carriers has it', () => {
    expect(ticking('87778793', ['mondial-relay', 'colissimo'])).toBe('number: mondial-relay')
    expect(ticking('87778793', [])).toBe('mondial-relay or heppner or colisweb?')
  })

  it('finds nobody when the number is of a carrier that is not ticked', () => {
    expect(ticking('1Z999AA10123456784', ['colissimo'])).toBe('unknown')
  })

  it('does not let a single check digit decide between weak shapes, but asks about its carrier first', () => {
    expect(ticking('3318810025', ['mondial-relay', 'dhl-express'])).toBe('dhl-express or mondial-relay?')
  })

  it('lets the countries decide ties', () => {
    expect(ticking('Z6E5E29R', ['gls-nl', 'gls-fr'])).toBe('number: gls-fr')
    expect(ticking('Z6E5E29R', ['gls-nl', 'gls-de'])).toBe('gls-de or gls-nl?')
    expect(ticking('Z6E5E29R', ['gls-nl', 'gls-de'], { route: { ...withinFrance, toCountry: 'NL' } })).toBe(
      'number: gls-nl',
    )
  })

  it('lets the shipping method decide what is left', () => {
    const tie = ['mondial-relay', 'heppner', 'colisweb']

    expect(ticking('87778793', tie, { shippingMethod: 'Livraison en point relais' })).toBe('number: mondial-relay')
    expect(ticking('87778793', tie, { shippingMethod: 'Colisweb sur rendez-vous' })).toBe('number: colisweb')
    expect(ticking('87778793', tie, { shippingMethod: 'Livraison' })).toBe('mondial-relay or heppner or colisweb?')
  })

  it("asks once: the seller's answer holds for the next number of that kind", () => {
    const settings = carrierSettings({ remembered: [rememberCarrier('87778793', 'heppner')] })

    expect(whoCarries(carrierQuestion({ number: '87000001', settings }))).toBe('number: heppner')
    expect(whoCarries(carrierQuestion({ number: '98000001', settings }))).toBe('mondial-relay or heppner or colisweb?')
    expect(whoCarries(carrierQuestion({ number: '6A62957360897', settings }))).toBe('number: colissimo')
  })
})

describe('the default carrier', () => {
  it('answers what nobody else could, a question included', () => {
    const settings = carrierSettings({ defaultCarrier: 'mondial-relay' })

    expect(whoCarries(carrierQuestion({ number: '87778793', settings }))).toBe('default: mondial-relay')
    expect(whoCarries(carrierQuestion({ number: 'QQQQQ', settings }))).toBe('default: mondial-relay')
  })

  it('says nothing when it does not exist', () => {
    expect(
      whoCarries(carrierQuestion({ number: 'QQQQQ', settings: carrierSettings({ defaultCarrier: 'nobody' }) })),
    ).toBe('unknown')
  })
})
