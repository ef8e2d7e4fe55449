import { describe, expect, it } from 'vitest'
import { capabilitiesOf, leastCapabilities } from '../../../../src/main/connectors/custom/capabilities.ts'
import { linnworksLike } from '../../../../src/main/connectors/custom/presets/linnworks-like.ts'
import { DEFAULT_SETUP, type Setup } from '../../../simulators/custom-http/setup.ts'
import { PUSH_TEMPLATE, templateFor } from '../../../simulators/custom-http/template.ts'

const of = (setup: Partial<Setup>) =>
  capabilitiesOf({ template: JSON.stringify(templateFor({ ...DEFAULT_SETUP, ...setup })) })

describe('what a template makes possible', () => {
  it('is the least while nobody knows it', () => {
    expect(capabilitiesOf({ template: '{' })).toEqual(leastCapabilities)
    expect(capabilitiesOf({})).toEqual(leastCapabilities)
  })

  it.each([
    ['a search and a refusal of doubles', {}, { lookUp: true, idempotentCreate: true }],
    ['a search alone', { refusesDuplicates: false }, { lookUp: true, idempotentCreate: false }],
    ['neither', { searches: false, refusesDuplicates: false }, { lookUp: false, idempotentCreate: false }],
  ])('with %s', (_, setup, expected) => {
    expect(of(setup)).toMatchObject({ ...expected, holdsRelayPoint: true, testOrders: false })
  })

  it.each([
    ['by-ids', 10],
    ['by-id', 500],
    ['all', 6],
  ] as const)('counts its calls for 500 orders %s', (ordersAsked, callsPer500Orders) => {
    expect(of({ ordersAsked })).toMatchObject({ callsPer500Orders, callsPer5000Skus: 51 })
  })

  it('holds no relay point where the template does not send one', () => {
    expect(capabilitiesOf({ template: JSON.stringify(PUSH_TEMPLATE) })).toMatchObject({
      ...{ holdsRelayPoint: false, lookUp: false, callsPer500Orders: 1, callsPer5000Skus: 1 },
    })
  })

  it('looks files up in what was written', () => {
    expect(capabilitiesOf(linnworksLike.values)).toMatchObject({
      ...{ lookUp: true, idempotentCreate: false, callsPer500Orders: 0, callsPer5000Skus: 0 },
    })
  })
})
