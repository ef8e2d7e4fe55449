import { describe, expect, it } from 'vitest'
import english from '../../../../resources/locales/en.json' with { type: 'json' }
import { createTexts } from '../../../../src/renderer/i18n/create-texts.ts'
import { storyOf } from '../../../../src/renderer/views/orders/panel/story.ts'

const { t } = await createTexts('en', { en: english })

const placed = (detail: Readonly<Record<string, string | boolean>>) => {
  const entry = { at: '2026-01-12T09:00:00.000Z', actor: 'back-office', what: 'placed' } as const
  return storyOf({ ...entry, detail: { office: 'Depot', number: '12', ...detail } }, t)
}

describe('the story of an order that was created', () => {
  it('claims no more agreement than was compared', () => {
    expect(placed({ agrees: true, compared: 'all' })).toEqual({
      ...{ what: 'Created as 12 and read back', more: 'Lines, totals and addresses agree.' },
    })
    expect(placed({ agrees: true, compared: 'part' }).more).toBe('What it tells of the order agrees.')
    expect(placed({ agrees: true, compared: 'nothing' })).toEqual({
      ...{ what: 'Created as 12', more: 'It does not tell what it recorded.' },
    })
    expect(placed({ agrees: false, compared: 'part' }).more).toBe('It was recorded differently.')
  })
})
