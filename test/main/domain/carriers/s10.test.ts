import { describe, expect, it } from 'vitest'
import { isFollowedIn, s10Issuer } from '../../../../src/main/domain/carriers/s10.ts'

describe('s10Issuer', () => {
  it.each([
    ['CB123456785FR', 'colissimo'],
    ['CB123456785GP', 'colissimo'],
    ['RB123456785FR', 'laposte-lettre-suivie'],
    ['LX123456785MQ', 'laposte-lettre-suivie'],
    ['UA123456785FR', 'laposte-lettre-suivie'],
    ['VA123456785RE', 'laposte-lettre-suivie'],
    ['EE123456785FR', 'chronopost'],
    ['XA123456785FR', 'chronopost'],
    ['CY123456785DE', 'dhl-paket-de'],
    ['LX123456785DE', 'dhl-paket-de'],
    ['RA123456785DE', 'deutsche-post'],
    ['EA123456785GB', 'parcelforce'],
    ['CP123456785GB', 'parcelforce'],
    ['GI123456785GB', 'parcelforce'],
    ['EF123456785GB', 'royal-mail'],
    ['RB123456785GB', 'royal-mail'],
    ['LX123456785NL', 'postnl-international'],
    ['CE123456785BE', 'bpost'],
    ['RA123456785CH', 'swiss-post'],
    ['RR123456785AT', 'austrian-post'],
    ['RR123456785ES', 'correos'],
    ['RL123456785PT', 'ctt'],
    ['RR123456785IT', 'poste-italiane'],
    ['RB123456785US', 'usps'],
    ['RB123456785CN', 'china-post'],
    ['RR123456785SE', 'postnord'],
    ['RR123456785DK', 'postnord'],
    ['RB123456785CV', 'upu-s10'],
    ['RB123456785JP', 'upu-s10'],
  ])('%s was issued by %s', (number, issuer) => {
    expect(s10Issuer(number)).toBe(issuer)
  })

  it.each([
    ['RB123456785XX', 'no country'],
    ['RB123456786FR', 'a wrong check digit'],
    ['RB12345678FR', 'a digit too few'],
    ['XW123456785TS', "Chronopost's own suffix"],
    ['AB123456785FR', 'letters the table leaves open'],
  ])('%s names nobody: %s', (number) => {
    expect(s10Issuer(number)).toBeNull()
  })
})

describe('isFollowedIn', () => {
  it("lets La Poste's page follow foreign numbers only where La Poste delivers", () => {
    expect(['FR', 'MC', 'AD', 'GP', 'RE', 'NC', 'WF'].every((country) => isFollowedIn('upu-s10', country))).toBe(true)
    expect(['DE', 'BE', 'GB', 'US'].some((country) => isFollowedIn('upu-s10', country))).toBe(false)
    expect(isFollowedIn('colissimo', 'DE')).toBe(true)
  })
})
