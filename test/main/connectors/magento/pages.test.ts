import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Calls } from '../../../../src/main/connectors/magento/calls.ts'
import { createLists, type Page } from '../../../../src/main/connectors/magento/pages.ts'

const Thing = z.object({ id: z.number() })
const things = (...ids: readonly number[]) => ids.map((id) => ({ id }))

/** A shop that answers these pages, one after the other. */
const answering = (...pages: readonly Page<unknown>[]) => {
  const asked: URLSearchParams[] = []
  const call: Calls['call'] = async ({ query = '' }, schema) => {
    const answer = pages[asked.length]
    asked.push(new URLSearchParams(query))
    if (answer === undefined) throw new Error('Asked for more than there is')
    return schema.parse(answer)
  }
  const lists = createLists({ call, base: '', reply: () => Promise.reject(new Error('Not asked')) }, 'Boutique')
  return { lists, asked }
}

const criteria = { groups: [], pageSize: 2 }
const readAll = ({ lists }: ReturnType<typeof answering>) =>
  lists.all('things', Thing, criteria, ({ id }) => String(id))
const readById = ({ lists }: ReturnType<typeof answering>) =>
  lists.byId('things', Thing, { ...criteria, id: 'entity_id' }, ({ id }) => id)

describe('a list in pages', () => {
  it('is read to its count, not to an empty page', async () => {
    const shop = answering({ items: things(1, 2), total_count: 3 }, { items: things(3), total_count: 3 })

    expect(await readAll(shop)).toEqual(things(1, 2, 3))
    expect(shop.asked.map((query) => query.get('searchCriteria[currentPage]'))).toEqual(['1', '2'])
  })

  it.each([
    [
      'the last page comes again while some are missing',
      [
        { items: things(1, 2), total_count: 4 },
        { items: things(1, 2), total_count: 4 },
      ],
    ],
    [
      'a page is empty',
      [
        { items: things(1, 2), total_count: 4 },
        { items: [], total_count: 4 },
      ],
    ],
    ['more came than were counted', [{ items: things(1, 2), total_count: 1 }]],
  ])('is not believed when %s', async (_, pages) => {
    await expect(readAll(answering(...pages))).rejects.toMatchObject({ kind: 'unreadable', side: 'Boutique' })
  })

  it('may grow while it is read', async () => {
    const shop = answering({ items: things(1, 2), total_count: 3 }, { items: things(3, 4), total_count: 4 })

    expect(await readAll(shop)).toEqual(things(1, 2, 3, 4))
  })

  it('of nothing is nothing', async () => {
    expect(await readAll(answering({ items: [], total_count: 0 }))).toEqual([])
  })
})

describe('a list by id', () => {
  it('goes on behind the last one, so that nothing shifts when one before it goes', async () => {
    const shop = answering({ items: things(4, 7), total_count: 3 }, { items: things(9), total_count: 1 })

    expect(await readById(shop)).toEqual(things(4, 7, 9))
    expect(shop.asked[1]?.get('searchCriteria[filter_groups][0][filters][0][condition_type]')).toBe('gt')
    expect(shop.asked[1]?.get('searchCriteria[filter_groups][0][filters][0][value]')).toBe('7')
  })

  it.each([
    ['a page is short', [{ items: things(1), total_count: 3 }]],
    ['it is not in order', [{ items: things(7, 4), total_count: 2 }]],
    [
      'what was read comes again',
      [
        { items: things(1, 2), total_count: 4 },
        { items: things(1, 2), total_count: 2 },
      ],
    ],
  ])('is not believed when %s', async (_, pages) => {
    await expect(readById(answering(...pages))).rejects.toMatchObject({ kind: 'unreadable' })
  })
})

it('a page that must hold everything is not believed when it does not', async () => {
  const { lists } = answering({ items: things(1), total_count: 2 })

  await expect(lists.only('things', Thing, criteria)).rejects.toMatchObject({ kind: 'unreadable' })
})
