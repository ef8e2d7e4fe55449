import { describe, expect, it } from 'vitest'
import {
  type DeliveryMethod,
  isInStorePickup,
  isSameMode,
  mayTravelUntracked,
  resolveDeliveryMode,
  rolesOfTitle,
} from '../../../src/main/domain/delivery-mode.ts'

const methods: readonly DeliveryMethod[] = [
  { id: 'flat', title: 'Home', serves: ['standard'] },
  { id: 'signed', title: 'Home, signed for', serves: ['signed'] },
  { id: 'fast', title: 'Express', serves: ['express', 'standard'] },
  { id: 'point', title: 'Pickup point', serves: ['relay'] },
]

const method = (methodId: string) => ({ kind: 'method', methodId })

describe('resolveDeliveryMode', () => {
  it.each([
    ['Normal', method('flat')],
    ['Suivi', method('flat')],
    ['Recommandé', method('signed')],
    ['Express', method('fast')],
    ['Point relais Mondial Relay', method('point')],
    ['So Colissimo', { kind: 'not-available' }],
    ['Chronopost', { kind: 'not-available' }],
    ['Shop2Shop by Chronopost', { kind: 'not-available' }],
    ['Local pickup', { kind: 'not-available' }],
    ['Retrait chez le vendeur', { kind: 'in-store-pickup' }],
    ['EN TÉLÉCHARGEMENT', { kind: 'not-mapped' }],
    ['Relais Kiala', { kind: 'not-mapped' }],
    ['', { kind: 'not-mapped' }],
  ])('sends %j where a new connection sends it', (mode, choice) => {
    expect(resolveDeliveryMode(mode, {}, methods)).toEqual(choice)
  })

  it.each(['RECOMMANDE', ' recommandé ', 'Recommande\u0301', 'Recommandé\n'])(
    'knows %j whatever its accents, case and blanks',
    (mode) => {
      expect(resolveDeliveryMode(mode, {}, methods)).toEqual(method('signed'))
    },
  )

  it('lays the own table over the defaults, and lets it close a mode or open one', () => {
    const own = { suivi: 'fast', Express: null, 'So Colissimo': 'point', 'Livraison du dimanche': 'flat' }

    const resolve = (mode: string) => resolveDeliveryMode(mode, own, methods)

    expect(resolve('Suivi')).toEqual(method('fast'))
    expect(resolve('EXPRESS')).toEqual({ kind: 'not-available' })
    expect(resolve('So  Colissimo')).toEqual(method('point'))
    expect(resolve('livraison du dimanche')).toEqual(method('flat'))
    expect(resolve('Normal')).toEqual(method('flat'))
  })

  it('never maps in-store pickup, even when the table says so', () => {
    const choice = resolveDeliveryMode('retrait  chez le Vendeur', { 'Retrait chez le vendeur': 'flat' }, methods)

    expect(choice).toEqual({ kind: 'in-store-pickup' })
  })

  it('leaves a mode unmapped when no method plays its role', () => {
    expect(resolveDeliveryMode('Recommandé', {}, [{ id: 'flat', title: 'Home', serves: ['standard'] }])).toEqual({
      kind: 'not-mapped',
    })
    expect(resolveDeliveryMode('Normal', {}, [])).toEqual({ kind: 'not-mapped' })
  })

  it.each(['constructor', '__proto__', 'toString'])('takes %j for a mode like any other', (mode) => {
    expect(resolveDeliveryMode(mode, {}, methods)).toEqual({ kind: 'not-mapped' })
  })
})

describe('mayTravelUntracked', () => {
  it('allows Normal alone', () => {
    expect(mayTravelUntracked(' NORMAL ')).toBe(true)
    expect(['Suivi', 'Recommandé', 'Express', 'Point relais Mondial Relay', ''].some(mayTravelUntracked)).toBe(false)
  })
})

describe('modes', () => {
  it('are the same when only accents, case and blanks differ', () => {
    expect(isSameMode('Recommandé', 'RECOMMANDE ')).toBe(true)
    expect(isSameMode('Suivi', 'Express')).toBe(false)
  })

  it('know in-store pickup in any spelling', () => {
    expect(isInStorePickup('RETRAIT CHEZ LE VENDEUR')).toBe(true)
    expect(isInStorePickup('Retrait')).toBe(false)
  })
})

describe('the title of a method', () => {
  it.each([
    ['Colissimo domicile sans signature', ['standard']],
    ['Livraison standard', ['standard']],
    ['Flat rate', ['standard']],
    ['Colissimo - Domicile avec signature', ['signed']],
    ['Lettre recommandée', ['signed']],
    ['Chronopost Chrono 13', ['express']],
    ['Chrono Relais', ['relay']],
    ['DHL Express', ['express']],
    ['Livraison 24h', ['express']],
    ['Mondial Relay - Point Relais®', ['relay']],
    ['DPD Pickup', ['relay']],
    ['Colissimo point retrait', ['relay']],
    ['Local pickup', []],
    ['Click & Collect', []],
    ['Retrait en magasin', []],
  ])('says what %s serves as', (title, roles) => {
    expect(rolesOfTitle(title)).toEqual(roles)
  })
})
