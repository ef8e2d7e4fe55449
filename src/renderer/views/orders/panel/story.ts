import type { TFunction } from 'i18next'
import type { TimelineEntryView } from '../../../../preload/contract/order-views.ts'
import type { ProblemKind } from '../../../../preload/contract/vocabulary.ts'

export interface StoryWords {
  readonly what: string
  readonly more: string | null
}

/** One event of an order's timeline as a sentence and, where there is more, a second line. */
export const storyOf = ({ what, detail, actor }: TimelineEntryView, t: TFunction): StoryWords => {
  const fact = (name: string): string => {
    const value = detail[name]
    return value === null || value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value)
  }
  const facts = Object.fromEntries(Object.keys(detail).map((name) => [name, fact(name)]))
  const say = (text: string, more: string | null = null): StoryWords => ({ what: text.trim(), more: more || null })
  // Facts are those of the event: a sentence that lacks one leaves a gap, never a name of a variable.
  const plain = t as unknown as (key: string, options: object) => string
  const word = (key: string): string => plain(`story.${key}`, { ...GAPS, ...facts })

  switch (what) {
    case 'imported':
      return say(word('imported'), fact('units') && t('story.importedBody', { count: Number(fact('units')) }))
    case 'skipped':
      return say(
        word('skipped'),
        fact('reason') && plain(`skipped.${fact('reason')}`, { defaultValue: fact('reason') }),
      )
    case 'placed':
      return fact('compared') === 'nothing'
        ? say(word('placedUntold'), t('story.placedUntoldBody'))
        : say(word('placed'), t(agreement(detail)))
    case 'completed':
      return say(word('completed'), t('story.completedBody'))
    case 'dispatched':
      return fact('trackingNumber') === ''
        ? say(word('dispatchedWithout'))
        : say(word('dispatched'), ruleOf(fact('rule'), plain))
    case 'tracking-sent':
      return say(word(fact('trackingNumber') === '' ? 'tracking-sentWithout' : 'tracking-sent'))
    case 'tracking-offered':
      return say(word('tracking-offered'), fact('declined'))
    case 'shipped':
      return say(word(actor === 'elsewhere' ? 'shippedElsewhere' : 'shipped'))
    case 'problem':
      return say(t('story.problem', { head: headOf(fact('kind'), plain) }), fact('message'))
    case 'problem-solved':
      return say(t('story.problem-solved', { head: headOf(fact('kind'), plain) }))
    case 'note':
      return noteOf(fact, word, say)
    case 'cancelled':
    case 'refused':
      return say(word(what), fact('reason'))
    case 'tracking-changed':
      return say(word(what), fact('before'))
    default:
      return say(word(what), fact('message'))
  }
}

/** What was read back agrees as far as it is told: nobody compared the rest. */
const agreement = ({ agrees, compared }: TimelineEntryView['detail']) =>
  agrees === false ? 'story.placedDiffers' : compared === 'part' ? 'story.placedPartly' : 'story.placedBody'

const GAPS = { sku: '', office: '', reference: '', number: '', carrier: '', trackingNumber: '', name: '' }

const ruleOf = (rule: string, plain: (key: string, options: object) => string): string =>
  rule === '' ? '' : plain('story.rule', { rule: plain(`rule.${rule}`, { defaultValue: rule }) })

/** What a problem is called when nothing but its kind is known. */
const headOf = (kind: string, plain: (key: string, options: object) => string): string => {
  const known: ProblemKind | '' = kind as ProblemKind | '' // the program wrote it
  const short = plain(`problem.${known}.headPlain`, { defaultValue: '' })
  const head = short === '' ? plain(`problem.${known}.head`, { defaultValue: '', skipInterpolation: true }) : short
  return head.includes('{{') || head === '' ? plain('status.needsYou', {}) : head
}

const noteOf = (
  fact: (name: string) => string,
  word: (key: string) => string,
  say: (text: string, more?: string | null) => StoryWords,
): StoryWords => {
  if (fact('refusedCarrier') !== '') return say(word('noteRefusedCarrier'))
  if (fact('text') !== '') return say(word('noteMessage'), fact('text'))
  return say(word('note'), fact('message') || fact('refusedMessage') || fact('trackingNumber'))
}
