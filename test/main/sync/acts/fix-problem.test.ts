import { describe, expect, it } from 'vitest'
import { PROBLEM_KINDS, PROBLEMS } from '../../../../src/main/domain/problem.ts'
import { fix } from '../an-open-corridor.ts'
import { OF_CONNECTIONS, TROUBLE } from './troubled-orders.ts'
import { type Kind, WAYS } from './ways-out.ts'

const kinds = Object.keys(WAYS) as Kind[] // Object.keys forgets the names it just listed

for (const kind of kinds)
  describe(`an order with the problem ${kind}`, () => {
    for (const { choice, inputs = {}, done, becomes, left = [], says, alsoHolds } of WAYS[kind]) {
      const with_ = Object.keys(inputs).length === 0 ? '' : ` with ${JSON.stringify(inputs).slice(0, 60)}`
      it(`, ${choice}${with_}: is ${becomes} and ${left.join(', ') || 'without a problem'}`, async () => {
        const corridor = await TROUBLE[kind]()
        expect(corridor.problems(corridor.id)).toEqual([kind])

        const result = await corridor.act(corridor.id, fix(choice, inputs))

        expect([corridor.order(corridor.id).status, corridor.problems(corridor.id)]).toEqual([becomes, left])
        expect(result).toMatchObject({ reference: corridor.id, action: choice, done })
        expect(result.message).toMatch(says ?? /\S/)
        alsoHolds?.(corridor)
      })
    }

    it('names no buyer in its words', async () => {
      const { repositories, order, id } = await TROUBLE[kind]()

      const [problem] = repositories.problems.of({ orderId: order(id).id })

      expect(JSON.stringify([problem?.message, problem?.detail])).not.toMatch(/Exemplier|Zoé|acheteur/i)
    })
  })

describe('the table of ways out', () => {
  it('knows every choice of every kind that stands beside orders', () => {
    const promised = PROBLEM_KINDS.filter((kind) => !(OF_CONNECTIONS as readonly string[]).includes(kind)).map(
      (kind) => [kind, [...PROBLEMS[kind].choices].toSorted()],
    )

    const tried = kinds.map((kind) => [
      kind,
      [...new Set(WAYS[kind].map(({ choice }) => choice))]
        .filter((choice) => (PROBLEMS[kind].choices as readonly string[]).includes(choice))
        .toSorted(),
    ])

    expect(new Map(tried as [string, string[]][])).toEqual(new Map(promised as [string, string[]][]))
  })
})
