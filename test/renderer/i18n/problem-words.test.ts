import { describe, expect, it } from 'vitest'
import english from '../../../resources/locales/en.json' with { type: 'json' }
import { ProblemKind } from '../../../src/preload/contract/vocabulary.ts'
import { createTexts } from '../../../src/renderer/i18n/create-texts.ts'
import { createFormat } from '../../../src/renderer/i18n/format.ts'
import { problemWords } from '../../../src/renderer/i18n/problem-words.ts'

const i18n = await createTexts('en', { en: english })
const words = { t: i18n.t, i18n, format: createFormat('en', i18n.t) }
const MESSAGE = 'What the program says itself.'

describe('a problem in words', () => {
  it('fills in the facts of its detail', () => {
    const problem = {
      kind: 'negotiation',
      message: MESSAGE,
      detail: { offerCents: 2_500, priceCents: 3_000, currency: 'EUR' },
    } as const

    expect(problemWords(problem, {}, words)).toEqual({
      head: 'Buyer offers €25.00 instead of €30.00',
      body: 'Only you can decide.',
    })
  })

  it('tells what would be recorded from what was recorded', () => {
    const detail = { office: 'Boutique', difference: 'MUG: 15.90 instead of 14.90 EUR.' }
    const kind = 'total-differs'

    const [before, after] = [{ ...detail, reason: 'before-acceptance' }, detail].map((facts) =>
      problemWords({ kind, message: MESSAGE, detail: facts }, {}, words),
    )

    expect(before).toEqual({
      head: 'Boutique would record this order differently',
      body: 'MUG: 15.90 instead of 14.90 EUR. Nothing was accepted at Rakuten.',
    })
    expect(after?.head).toBe('Boutique recorded this order differently')
  })

  it('takes a plainer sentence when a fact is missing', () => {
    const problem = { kind: 'unreachable', message: MESSAGE, detail: {} } as const

    expect(problemWords(problem, {}, words).head).toBe('The other side does not answer')
  })

  it('says whose key is refused: the token of Rakuten, or that of a back office', () => {
    const headOf = (detail: Readonly<Record<string, string>>) =>
      problemWords(
        { kind: 'credentials', message: MESSAGE, detail },
        { connection: 'Papeterie', office: 'Shop' },
        words,
      ).head

    expect(headOf({ side: 'Rakuten France' })).toBe('Rakuten no longer takes the token of Papeterie')
    expect(headOf({ side: 'Old shop', office: 'Old shop' })).toBe('Old shop no longer takes its key')
  })

  it('gives the program’s own sentence where the screen has none', () => {
    const problem = { kind: 'clock', message: MESSAGE, detail: {} } as const

    expect(problemWords(problem, {}, words)).toEqual({ head: 'The clock of this PC is wrong', body: MESSAGE })
  })

  it.each(ProblemKind.options)('never shows a hole or a key for %s', (kind) => {
    const { head, body } = problemWords({ kind, message: MESSAGE, detail: {} }, {}, words)

    expect(head).not.toBe('')
    expect(`${head} ${body}`).not.toMatch(/{{|problem\./)
  })
})
