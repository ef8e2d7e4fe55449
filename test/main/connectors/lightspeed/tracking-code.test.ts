import { describe, expect, it } from 'vitest'
import { readTrackingCode } from '../../../../src/main/connectors/lightspeed/tracking-code.ts'

const LINK = 'https://www.laposte.fr/outils/suivre-vos-envois?code=6A12345678901'

describe('what stands in the field of the tracking code', () => {
  it.each([
    ['', { number: null, url: null }],
    ['  ', { number: null, url: null }],
    ['6A12345678901', { number: '6A12345678901', url: null }],
    [' 6A 1234 5678 901 ', { number: '6A 1234 5678 901', url: null }],
    [LINK, { number: '6A12345678901', url: LINK }],
    [`6A99999999999 ${LINK}`, { number: '6A99999999999', url: LINK }],
    [
      'https://t.example/parcels/JVGL-0612345678/NL',
      { number: 'JVGL-0612345678', url: 'https://t.example/parcels/JVGL-0612345678/NL' },
    ],
    ['https://t.example/#/3SABCD123456789', { number: '3SABCD123456789', url: 'https://t.example/#/3SABCD123456789' }],
    ['https://t.example/%E0%A4%A', { number: null, url: 'https://t.example/%E0%A4%A' }],
    ['https://t.example/tracking/page', { number: null, url: 'https://t.example/tracking/page' }],
    ['HTTPS://', { number: 'HTTPS://', url: null }],
  ])('%j is a code, a link, or both', (text, read) => {
    expect(readTrackingCode(text)).toEqual(read)
  })
})
