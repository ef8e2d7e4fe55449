import { describe, expect, it } from 'vitest'
import { FAULTS } from '../../../src/main/domain/fault.ts'
import {
  choicesFor,
  mostUrgent,
  needsPerson,
  PROBLEM_KINDS,
  PROBLEMS,
  type ProblemKind,
} from '../../../src/main/domain/problem.ts'

/** The kinds of product.md section 11, and the ways out of section 4, written down by hand: scripts rely on these words. */
const PROMISED: Readonly<Partial<Record<ProblemKind, readonly string[]>>> = {
  negotiation: ['accept', 'refuse'],
  sku: ['alias', 'retry', 'refuse'],
  stock: ['wait', 'accept-available', 'refuse'],
  address: ['correct', 'manual'],
  'delivery-mode': ['map'],
  'unknown-value': ['retry', 'manual'],
  'accepted-elsewhere': ['place', 'leave'],
  'total-differs': ['accept-difference', 'cancel-there'],
  'in-doubt': ['look-again', 'create'],
  duplicate: ['keep'],
  gone: ['place-again', 'cancel', 'manual'],
  carrier: ['choose', 'add-template'],
  'tracking-required': ['track', 'manual'],
  'not-recorded': ['send-again', 'manual'],
  incident: ['acknowledge', 'manual'],
  'cancelled-late': ['acknowledge'],
  'stock-confirmation': ['send', 'discard'],
}

const KINDS =
  `credentials busy quota unreachable refused unreadable settings clock negotiation preorder sku stock address
  unknown-value delivery-mode accepted-elsewhere total-differs in-doubt duplicate gone carrier tracking-required not-recorded
  partial cancelled-late claim stock-confirmation`.split(/\s+/)

describe('the kinds of problems', () => {
  it('are all there under the names scripts know', () => {
    expect(PROBLEM_KINDS).toEqual(expect.arrayContaining(KINDS))
  })

  for (const [kind, choices] of Object.entries(PROMISED))
    it(`offer the promised ways out of ${kind}`, () => {
      expect(PROBLEMS[kind as ProblemKind].choices).toEqual(choices) // the keys are kinds, and nothing else
    })

  it('each have a way out', () => {
    expect(PROBLEM_KINDS.filter((kind) => choicesFor({ kind, detail: {} }).length === 0)).toEqual([])
  })

  it('ask for a person, unless they are faults that go away alone', () => {
    const alone = PROBLEM_KINDS.filter((kind) => !needsPerson({ kind }))

    expect(alone.toSorted()).toEqual(['busy', 'quota', 'unreachable', 'unreadable'])
    expect(
      alone.every((kind) => (FAULTS as Readonly<Record<string, { retry: string }>>)[kind]?.retry === 'alone'),
    ).toBe(true)
  })
})

describe('choicesFor', () => {
  it('gives the ways out of the kind', () => {
    expect(choicesFor({ kind: 'stock', detail: {} })).toEqual(['wait', 'accept-available', 'refuse'])
  })

  it('gives only those that this very problem has', () => {
    expect(choicesFor({ kind: 'stock', detail: { choices: ['wait', 'refuse'] } })).toEqual(['wait', 'refuse'])
  })
})

describe('mostUrgent', () => {
  it('shows what cannot wait before what can', () => {
    const problems = [{ kind: 'unreadable' }, { kind: 'cancelled-late' }, { kind: 'stock' }] as const

    expect(mostUrgent(problems)).toEqual({ kind: 'cancelled-late' })
  })

  it('shows the first of two that are equally urgent', () => {
    const [first, second] = [
      { kind: 'stock', n: 1 },
      { kind: 'stock', n: 2 },
    ] as const

    expect(mostUrgent([first, second])).toBe(first)
  })

  it('is nothing when nothing stands', () => {
    expect(mostUrgent([])).toBeNull()
  })
})
