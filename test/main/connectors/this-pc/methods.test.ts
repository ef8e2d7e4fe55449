import { expect, it } from 'vitest'
import { METHODS, methodTitle } from '../../../../src/main/connectors/this-pc/methods.ts'
import { resolveDeliveryMode } from '../../../../src/main/domain/delivery-mode.ts'

it.each([
  ['Normal', 'home'],
  ['Suivi', 'home'],
  ['Recommandé', 'home-signed'],
  ['Express', 'express'],
  ['Point relais Mondial Relay', 'relay'],
])('sends %s by %s without any mapping', (mode, methodId) => {
  expect(resolveDeliveryMode(mode, {}, METHODS)).toEqual({ kind: 'method', methodId })
})

it('calls a method by its title, and one it does not know by its id', () => {
  expect([methodTitle('relay'), methodTitle('bicycle'), methodTitle(null)]).toEqual(['Relay point', 'bicycle', ''])
})
