import { describe, expect, it } from 'vitest'
import { hostOf, isHttpsLink, linkHost } from '../../../../src/main/domain/carriers/web-link.ts'

describe('linkHost', () => {
  it.each([
    ['https://www.laposte.fr/outils/suivre-vos-envois?code=6A1', 'laposte.fr'],
    ['HTTPS://WWW.LaPoste.fr', 'laposte.fr'],
    ['http://track.dpd.co.uk:8080/parcels/1', 'track.dpd.co.uk'],
    ['https://espace-client.geodis.com/services/#/fr/suivi/1G', 'espace-client.geodis.com'],
    ['https://exemple.fr/suivi?n=%C3%A9&ville=Orléans', 'exemple.fr'],
  ])('of %s is %s', (link, host) => {
    expect(linkHost(link)).toBe(host)
  })

  it.each([
    '',
    'laposte.fr/suivi',
    '//laposte.fr/suivi',
    'javascript:alert(1)',
    'ftp://laposte.fr/1',
    'https://laposte.fr@evil.example/',
    'https://user:pass@laposte.fr/',
    'https://laposte.fr\\@evil.example/',
    'https://laposte.fr/a b',
    'https://laposte.fr/"><script>',
    'https://laposte.fr/suivi?code={trackingNumber}',
    'https://carrier.example/?n=%s',
    'https:///suivi',
    'https://localhost/suivi',
  ])('refuses %j', (link) => {
    expect(linkHost(link)).toBeNull()
  })

  it('does not fall for a host that only begins like another', () => {
    expect(linkHost('https://laposte.fr.evil.example/suivi')).toBe('laposte.fr.evil.example')
  })
})

describe('isHttpsLink', () => {
  it('wants https', () => {
    expect(isHttpsLink('https://laposte.fr/suivi')).toBe(true)
    expect(isHttpsLink('http://laposte.fr/suivi')).toBe(false)
  })
})

describe('hostOf', () => {
  it('reads templates too', () => {
    expect(hostOf('https://www.dhl.de/{lang}/suivi?code={trackingNumber}')).toBe('dhl.de')
  })
})
