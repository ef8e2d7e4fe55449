import { describe, expect, it } from 'vitest'
import { toCarrier } from '../../../../src/main/domain/carriers/carrier.ts'
import { buildTrackingLink, isLinkTemplate } from '../../../../src/main/domain/carriers/tracking-link.ts'
import { hostOf, linkHost } from '../../../../src/main/domain/carriers/web-link.ts'
import { carrierEntries, carrierOf } from '../../../helpers/carriers.ts'

const inParis = { toCountry: 'FR', toPostcode: '75012' }
const linkOf = (id: string, number: string, recipient: { toCountry: string; toPostcode: string | null } = inParis) =>
  buildTrackingLink(carrierOf(id), number, recipient)
const link = (url: string) => ({ kind: 'link', url })

const buildable = carrierEntries.filter(
  ({ trackingUrlTemplate, id }) => trackingUrlTemplate !== null && id !== 'sendcloud',
)

describe('buildTrackingLink', () => {
  it.each(buildable)("leads to $id's own host, by https, with nothing left to fill in", (entry) => {
    const [number = 'KN12345678'] = entry.testNumbers.valid

    const built = buildTrackingLink(entry, number, inParis)

    const url = built.kind === 'link' ? built.url : built.kind
    expect(url).toMatch(/^https:\/\/[^{}\s]+$/)
    expect(linkHost(url)).toBe(hostOf(entry.trackingUrlTemplate ?? ''))
    expect(url).toContain(number.slice(0, 12).replace(/^0081827$/, ''))
  })

  it.each([
    ['colissimo', '6A62957360897', 'https://www.laposte.fr/outils/suivre-vos-envois?code=6A62957360897'],
    [
      'chronopost',
      'XU123456785FR',
      'https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT=XU123456785FR&langue=fr',
    ],
    [
      'mondial-relay',
      '87778793',
      'https://www.mondialrelay.fr/suivi-de-colis/?numeroExpedition=87778793&codePostal=75012',
    ],
    [
      'dhl-paket-de',
      'JJD0099999999',
      'https://www.dhl.de/en/privatkunden/dhl-sendungsverfolgung.html?piececode=JJD0099999999',
    ],
    ['postnl', '3SABCD3427702', 'https://jouw.postnl.nl/track-and-trace/3SABCD3427702-FR-75012'],
    ['royal-mail', 'RB123456785GB', 'https://www.royalmail.com/track-your-item#/tracking-results/RB123456785GB'],
    ['evri', 'H06R4A1011299623', 'https://www.evri.com/track/parcel/H06R4A1011299623/details'],
    ['ups', '1Z999AA10123456784', 'https://www.ups.com/track?loc=fr_FR&tracknum=1Z999AA10123456784'],
  ])('of %s %s', (id, number, url) => {
    expect(linkOf(id, number)).toEqual(link(url))
  })

  it.each([
    ['mondial-relay', '73800244620101503002000732', 'numeroExpedition=738002446201&'],
    ['colis-prive', 'HS0000329755', 'numColis=HS000032975575012&lang=fr'],
    ['colis-prive', '99112233445575012', 'numColis=99112233445575012&'],
    ['dpd-de', '01196812014637L', 'parcel/01196812014637'],
    ['dpd-de', '008182709980000020033350276C', 'parcel/09980000020033'],
    ['dpd-nl', '09980000020034D', 'parcelNumber=09980000020034'],
    ['fedex', '1001921334250001000300779017972697', 'trknbr=779017972697'],
    ['usps', '420787459400111206206406260787', 'tLabels=9400111206206406260787'],
    ['usps', '4201028200009261290113185417468510', 'tLabels=9261290113185417468510'],
  ])('of %s prepares %s first', (id, number, part) => {
    const built = linkOf(id, number)

    expect(built.kind === 'link' ? built.url : '').toContain(part)
  })

  it('does without an optional value', () => {
    const nowhere = { toCountry: 'FR', toPostcode: null }

    expect(linkOf('mondial-relay', '87778793', nowhere)).toEqual(
      link('https://www.mondialrelay.fr/suivi-de-colis/?numeroExpedition=87778793'),
    )
    expect(linkOf('colis-prive', 'HS0000329755', nowhere)).toEqual(
      link('https://colisprive.com/moncolis/pages/DetailColis.aspx?numColis=HS0000329755&lang=fr'),
    )
    expect(linkOf('postnl', '3SABCD3427702', nowhere)).toEqual(
      link('https://jouw.postnl.nl/track-and-trace/3SABCD3427702'),
    )
  })

  it('takes a postcode the carrier would not understand for none', () => {
    expect(linkOf('mondial-relay', '87778793', { toCountry: 'NL', toPostcode: '1234 AB' })).toEqual(
      link('https://www.mondialrelay.fr/suivi-de-colis/?numeroExpedition=87778793'),
    )
  })

  it('writes the postcode as the carrier wants it', () => {
    expect(linkOf('postnl', '3SABCD3427702', { toCountry: 'NL', toPostcode: ' 1234 ab ' })).toEqual(
      link('https://jouw.postnl.nl/track-and-trace/3SABCD3427702-NL-1234AB'),
    )
  })

  it('says what is missing when there is no other way', () => {
    expect(linkOf('sendcloud', '6A62957360897')).toEqual({ kind: 'missing', field: 'carrierCode' })
  })

  it('drops an optional parameter where there is no fallback', () => {
    const carrier = {
      ...carrierOf('chronopost'),
      trackingUrlTemplate: 'https://carrier.example/?zip={postcode}&n={trackingNumber}&z={postcode}',
      urlParams: { postcode: { required: false } },
    }

    expect(buildTrackingLink(carrier, 'QQQQQ', { toCountry: 'FR', toPostcode: null })).toEqual(
      link('https://carrier.example/?n=QQQQQ'),
    )
  })

  it.each(['china-post', 'france-express', 'heppner', 'cubyn', 'boxtal', 'kiala'])('knows no link of %s', (id) => {
    expect(linkOf(id, 'QQQQQ')).toEqual({ kind: 'no-template' })
  })

  it("fills in a seller's own template, and escapes what could break out of it", () => {
    const own = toCarrier({ name: 'Coursier', trackingUrlTemplate: 'https://c.example/{trackingNumber}?cp={postcode}' })

    expect(buildTrackingLink(own, 'QQQQQ', inParis)).toEqual(link('https://c.example/QQQQQ?cp=75012'))
    expect(buildTrackingLink(own, 'QQQQQ', { toCountry: 'FR', toPostcode: '1&x=/é' })).toEqual(
      link('https://c.example/QQQQQ?cp=1%26x%3D%2F%C3%A9'),
    )
    expect(buildTrackingLink(own, 'QQQQQ', { toCountry: 'FR', toPostcode: null })).toEqual({
      kind: 'missing',
      field: 'postcode',
    })
  })

  it.each(['http://c.example/{trackingNumber}', 'https://c.example/suivi', 'coursier'])(
    'makes no link of %s',
    (template) => {
      const own = toCarrier({ name: 'Coursier', trackingUrlTemplate: template })

      expect(buildTrackingLink(own, 'QQQQQ', inParis)).toEqual({ kind: 'no-template' })
    },
  )
})

describe('isLinkTemplate', () => {
  it.each([
    ['https://c.example/{trackingNumber}', true],
    ['https://c.example/{trackingNumber}?cp={postcode}', true],
    ['http://c.example/{trackingNumber}', false],
    ['https://c.example/suivi', false],
    ['https://c.example/{trackingNumber}/{buyer}', false],
    ['https://{trackingNumber}', false],
    ['', false],
  ])('of %j is %s', (template, usable) => {
    expect(isLinkTemplate(template)).toBe(usable)
  })
})
