import { describe, expect, it } from 'vitest'
import { namesOf, refuseNames, USUAL_NAMES } from '../../../../src/main/connectors/cubyn/names.ts'

describe('corrections from support', () => {
  it('are laid over the usual names, one name or several', () => {
    const names = namesOf('{"stock": "onHand.free", "trackingNumber": ["code", "codes.first"]}')

    expect(names.stock).toEqual(['onHand.free'])
    expect(names.trackingNumber).toEqual(['code', 'codes.first'])
    expect(names.items).toBe(USUAL_NAMES.items)
  })

  it('are none where nothing was entered', () => {
    expect(namesOf('')).toBe(USUAL_NAMES)
  })

  it('name the filter of the look-up as Cubyn spells it', () => {
    expect(refuseNames('{"orderRefFilter": "filters[orderRef]"}')).toBeNull()
    expect(namesOf('{"orderRefFilter": "filters[orderRef]"}').orderRefFilter).toEqual(['filters[orderRef]'])
  })

  it.each([
    ['stock=available', 'This is not JSON. It looks like {"stock": "availableQuantity"}.'],
    ['["stock"]', 'Corrections stand in braces. It looks like {"stock": "availableQuantity"}.'],
    ['{"stock": 5}', '“stock” wants a name of Cubyn’s, or a list of them in brackets.'],
    ['{"stock": []}', '“stock” wants a name of Cubyn’s, or a list of them in brackets.'],
    ['{"stock": "__proto__"}', '“stock” wants a name of Cubyn’s, or a list of them in brackets.'],
    [
      '{"stok": "available"}',
      expect.stringMatching(/^“stok” is none of the names that can be corrected: organizationName, /),
    ],
  ])('that do not fit are refused in words: %s', (text, words) => {
    expect(refuseNames(text)).toEqual(words)
  })
})
