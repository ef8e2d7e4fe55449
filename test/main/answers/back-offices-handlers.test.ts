import { describe, expect, it } from 'vitest'
import { GOOD_TOKEN } from '../../helpers/test-accounts.ts'
import { testAnswers } from '../../helpers/test-answers.ts'

const shop = { shopUrl: 'https://boutique.example', consumerKey: GOOD_TOKEN, consumerSecret: 'canary-secret' }

const kept = async () => {
  const test = testAnswers()
  const { id } = await test.accounts.backOffices.add('woocommerce', 'Boutique', shop)
  return { ...test, id }
}

describe('the form of a back office', () => {
  it('says which fields have choices, and which of these only the shop knows', async () => {
    const { ask } = testAnswers()

    const reply = await ask.backOffices.kinds()

    const fields = reply.ok ? reply.value.find(({ id }) => id === 'woocommerce')?.fields : []
    expect(fields).toMatchObject([
      { name: 'shopUrl', choices: null, several: false },
      { name: 'consumerKey', choices: null },
      { name: 'consumerSecret', choices: null },
      { name: 'restock', choices: [{ value: 'yes' }, { value: 'no' }], several: false, optional: true },
      { name: 'completedStates', choices: 'from-outside', several: true, optional: true },
    ])
  })

  it('learns the choices of one that is kept, and of one that only its form describes', async () => {
    const { ask, id, opened } = await kept()
    const learnt = { ok: true, value: [{ value: 'completed', label: 'Completed, for completedStates' }] }

    const ofKept = await ask.backOffices.choices({ id, field: 'completedStates' })
    const values = { ...shop, shopUrl: 'https://other.example' }
    const ofForm = await ask.backOffices.choices({ kind: 'woocommerce', values, field: 'completedStates' })

    expect([ofKept, ofForm]).toEqual([learnt, learnt])
    expect(opened.slice(-2)).toMatchObject([shop, values])
  })

  it.each(['restock', 'shopUrl', 'toString', 'nothing'])('asks nobody for the choices of %s', async (field) => {
    const { ask, id, opened } = await kept()
    const before = opened.length

    expect(await ask.backOffices.choices({ id, field })).toMatchObject({ ok: false, fault: { field } })
    expect(opened).toHaveLength(before)
  })
})

describe('what to know before relying on a back office', () => {
  const told = { name: 'To know', ok: true, message: 'Never seen at work.', aside: true }

  it('goes with its form', async () => {
    const { ask } = testAnswers()

    const reply = await ask.backOffices.kinds()

    const cautions = reply.ok ? reply.value.map(({ id, caution }) => [id, caution]) : []
    expect(cautions).toEqual([
      ['this-pc', null],
      ['woocommerce', null],
      ['depot', 'Never seen at work.'],
      ['mapped', null],
    ])
  })

  it('stands beside the checks of every test, kept or not', async () => {
    const { ask, accounts } = testAnswers()
    const { id } = await accounts.backOffices.add('depot', 'Depot', {})

    const replies = [
      await ask.backOffices.check({ kind: 'depot', values: {} }),
      await ask.backOffices.test({ id }),
      await ask.backOffices.test({ id, settings: {} }),
    ]

    for (const reply of replies) expect(reply).toMatchObject({ ok: true, value: [{ ok: true }, told] })
  })
})

describe('the settings of a back office', () => {
  it('are tried with its own keys before they are kept, and nothing of the try is', async () => {
    const { ask, id, opened, repositories } = await kept()
    const before = repositories.backOffices.get(id)

    const reply = await ask.backOffices.test({ id, settings: { shopUrl: 'https://other.example', restock: 'no' } })

    expect(reply).toMatchObject({ ok: true, value: [{ ok: true }] })
    expect(opened.at(-1)).toMatchObject({ ...shop, shopUrl: 'https://other.example', restock: 'no' })
    expect(repositories.backOffices.get(id)).toEqual(before)
  })

  it.each([
    [{ restock: 'perhaps' }, 'restock'],
    [{ consumerKey: 'another' }, 'consumerKey'],
  ])('are refused where %o cannot be, tried or kept', async (settings, field) => {
    const { ask, id } = await kept()

    expect(await ask.backOffices.test({ id, settings })).toMatchObject({ ok: false, fault: { field } })
    expect(await ask.backOffices.change({ id, settings })).toMatchObject({ ok: false, fault: { field } })
  })
})
