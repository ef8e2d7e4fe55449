import { describe, expect, it } from 'vitest'
import type { Carrier } from '../../../../src/main/domain/carriers/carrier.ts'
import type { CarrierQuestion, CarrierSettings } from '../../../../src/main/domain/carriers/carrier-question.ts'
import { describeTracking } from '../../../../src/main/domain/carriers/describe-tracking.ts'
import { carrierCatalogue, carrierQuestion, carrierSettings, withinFrance } from '../../../helpers/carriers.ts'

const wordOf = ({ rakutenTransporterName }: Carrier) => rakutenTransporterName

const described = (
  trackingNumber: string,
  parcel: Partial<CarrierQuestion['parcel']> = {},
  more: { readonly settings?: Partial<CarrierSettings>; readonly toCountry?: string } = {},
) => {
  const route = { ...withinFrance, toCountry: more.toCountry ?? 'FR' }
  const question = carrierQuestion({ parcel, route, settings: carrierSettings(more.settings) })
  return describeTracking({ ...question, parcel: { ...question.parcel, trackingNumber } }, carrierCatalogue, wordOf)
}

describe('describeTracking', () => {
  it('tells the word, the number and the link of a listed carrier', () => {
    expect(described('6a 6295 7360 897', { carrierName: 'La Poste' })).toMatchObject({
      kind: 'tracking',
      word: 'Colissimo',
      number: '6A62957360897',
      url: 'https://www.laposte.fr/outils/suivre-vos-envois?code=6A62957360897',
      rule: 'name',
      warnings: [],
      otherNumbers: [],
    })
  })

  it('tells a carrier the marketplace does not list as another one, with its link', () => {
    expect(described('CC200000000401', { carrierName: 'Relais Colis' })).toMatchObject({
      word: null,
      carrier: { id: 'relais-colis' },
      url: 'https://www.relaiscolis.com/colis/suivre?tracking_number=CC200000000401',
    })
  })

  it('keeps the number as it is printed although the link needs another form', () => {
    expect(described('73800244620101503002000732', { carrierName: 'Mondial Relay' })).toMatchObject({
      number: '73800244620101503002000732',
      url: 'https://www.mondialrelay.fr/suivi-de-colis/?numeroExpedition=738002446201&codePostal=75012',
    })
  })

  it('warns about a number that does not look like its carrier, and sends it all the same', () => {
    expect(described('COMMANDE-4711', { carrierName: 'Colissimo' })).toMatchObject({
      word: 'Colissimo',
      number: 'COMMANDE4711',
      warnings: ['NUMBER_SUSPECT'],
    })
  })

  it('tells the first of several numbers and keeps the others', () => {
    expect(described('6A62957360897, 6A61031888418;8U01130342039')).toMatchObject({
      number: '6A62957360897',
      warnings: ['SEVERAL_NUMBERS'],
      otherNumbers: ['6A61031888418', '8U01130342039'],
    })
  })

  it.each(['', ' , ', '1234', 'numéro 12345', '6A62957360897?', 'X'.repeat(41)])('refuses the number %j', (number) => {
    expect(described(number, { carrierName: 'Colissimo' })).toMatchObject({ kind: 'carrier', code: 'NUMBER_INVALID' })
  })
})

describe('a link of the back office', () => {
  const laPosteLink = 'https://www.laposte.fr/outils/suivre-vos-envois?code=6A62957360897&lang=fr'

  it("is kept as it is on a known carrier's host", () => {
    expect(described('6A62957360897', { trackingUrl: laPosteLink })).toMatchObject({
      word: 'Colissimo',
      url: laPosteLink,
      rule: 'link',
    })
    expect(
      described(
        '6A62957360897',
        { trackingUrl: laPosteLink, carrierName: 'Standard' },
        { settings: { carriers: { Standard: 'ups' } } },
      ),
    ).toMatchObject({
      word: 'UPS',
      url: laPosteLink,
      rule: 'mapping',
    })
  })

  it('gives way on another host to the template we have', () => {
    expect(
      described('6A62957360897', { carrierName: 'Colissimo', trackingUrl: 'https://t.17track.net/fr' }),
    ).toMatchObject({
      word: 'Colissimo',
      url: 'https://www.laposte.fr/outils/suivre-vos-envois?code=6A62957360897',
    })
  })

  it('is used on another host where we have no template, as another carrier', () => {
    const trackingUrl = 'https://suivi.example/FE-12345-678'

    expect(described('FE-12345-678', { carrierName: 'France Express', trackingUrl })).toMatchObject({
      carrier: { id: 'france-express' },
      word: null,
      url: trackingUrl,
      rule: 'name',
    })
    expect(described('FE-12345-678', { carrierName: 'Coursier du Sud', trackingUrl })).toMatchObject({
      carrier: null,
      word: null,
      url: trackingUrl,
      rule: 'link',
    })
  })

  it.each(['http://suivi.example/FE-12345-678', 'javascript:alert(1)', 'https://suivi.example/?n=%s'])(
    'is not used when it is %s',
    (trackingUrl) => {
      expect(described('FE-12345-678', { carrierName: 'France Express', trackingUrl })).toMatchObject({
        code: 'CARRIER_NO_URL',
      })
      expect(described('FE-12345-678', { carrierName: 'Coursier du Sud', trackingUrl })).toMatchObject({
        code: 'CARRIER_UNKNOWN',
      })
    },
  )

  it('spares the seller a question about a number that says little', () => {
    expect(described('87778793', { trackingUrl: 'https://suivi.example/87778793' })).toMatchObject({
      carrier: null,
      word: null,
      url: 'https://suivi.example/87778793',
    })
    expect(described('87778793')).toMatchObject({ code: 'CARRIER_AMBIGUOUS' })
  })

  it("is no link when it is a front door, though a carrier's door says who it is", () => {
    expect(described('6A62957360897', { trackingUrl: 'https://www.laposte.fr/' })).toMatchObject({
      url: 'https://www.laposte.fr/outils/suivre-vos-envois?code=6A62957360897',
      rule: 'link',
    })
    expect(described('QQQQQ', { trackingUrl: 'https://t.17track.net' })).toMatchObject({ code: 'CARRIER_UNKNOWN' })
  })
})

describe('a carrier without template', () => {
  it('goes with its search page when the marketplace has a word for it', () => {
    expect(described('RP325552475CN')).toMatchObject({
      word: 'China Post',
      url: 'https://www.ems.com.cn/mailtracking/you_jian_cha_xun.html',
    })
  })

  it.each([
    ['France Express', 'FE-12345-678'],
    ['Heppner', '23456789'],
    ['Cubyn', 'CUB123456789'],
  ])('is a problem that names it: %s', (carrierName, number) => {
    const problem = described(number, { carrierName })

    expect(problem).toMatchObject({ kind: 'carrier', code: 'CARRIER_NO_URL', candidates: [{ name: carrierName }] })
    expect('message' in problem ? problem.message : '').toContain(carrierName)
  })
})

describe('a foreign S10 number', () => {
  it("goes as another carrier with La Poste's link where La Poste delivers", () => {
    expect(described('RB123456785JP')).toMatchObject({
      word: null,
      carrier: { id: 'upu-s10' },
      url: 'https://www.laposte.fr/outils/suivre-vos-envois?code=RB123456785JP',
    })
  })

  it('is refused elsewhere, also by name', () => {
    expect(described('RB123456785JP', {}, { toCountry: 'DE' })).toMatchObject({ code: 'CARRIER_UNKNOWN' })
    expect(described('RB123456785JP', { carrierName: 'Poste internationale' }, { toCountry: 'DE' })).toMatchObject({
      code: 'CARRIER_NO_URL',
    })
  })
})

describe('problems', () => {
  it('name what was given when nobody is found', () => {
    expect(described('QQQQQ', { carrierName: 'Coursier du Sud' })).toEqual({
      kind: 'carrier',
      code: 'CARRIER_UNKNOWN',
      message:
        'No carrier is called "Coursier du Sud", and none fits the number QQQQQ. Choose the carrier for this name, or add one of your own with its tracking link.',
      candidates: [],
    })
    expect(described('QQQQQ')).toMatchObject({ message: expect.stringContaining('No carrier fits the number QQQQQ') })
  })

  it('name the candidates, best first', () => {
    expect(described('3318810025', {}, { settings: { carriersUsed: ['mondial-relay', 'dhl-express'] } })).toEqual({
      kind: 'carrier',
      code: 'CARRIER_AMBIGUOUS',
      message: 'The number 3318810025 does not say who carries it: DHL Express or Mondial Relay? Choose the carrier.',
      candidates: [
        { id: 'dhl-express', name: 'DHL Express' },
        { id: 'mondial-relay', name: 'Mondial Relay' },
      ],
    })
  })

  it('name what took the place of a carrier that ended', () => {
    expect(described('QQQQQ', { carrierName: 'Relais Kiala', trackingUrl: 'https://suivi.example/1' })).toMatchObject({
      code: 'CARRIER_DISCONTINUED',
      message: expect.stringContaining('UPS Access Point'),
      candidates: [{ id: 'ups' }],
    })
  })

  it('name the value a link lacks', () => {
    expect(described('QQQQQ', { carrierName: 'Colis' }, { settings: { defaultCarrier: 'sendcloud' } })).toMatchObject({
      code: 'URL_DATA_MISSING',
      message: expect.stringContaining('carrierCode'),
    })
  })
})
