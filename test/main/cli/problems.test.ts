import { expect, it } from 'vitest'
import { aStandingProblem } from '../../helpers/views.ts'
import { runLine } from './a-command-line.ts'

it('problems prints each with its ways out, and leaves with 1', async () => {
  const problems = {
    list: () => [aStandingProblem(), aStandingProblem({ reference: null, orderId: null, nextTryAt: null })],
  }

  const { exitCode, out } = await runLine(['problems', '--json'], { answered: { problems } })

  expect(exitCode).toBe(1)
  expect(JSON.parse(out)).toEqual([
    {
      connection: 'Rakuten',
      reference: '5000001',
      kind: 'sku',
      message: 'SKU MUG-RED was not found in Boutique.',
      since: '2026-11-24T13:00:00.000Z',
      nextTryAt: null,
      choices: ['alias', 'retry', 'refuse'],
    },
    expect.objectContaining({ reference: null }),
  ])
})

it('problems says in words what can be done', async () => {
  const problems = { list: () => [aStandingProblem()] }

  const { out } = await runLine(['problems'], { answered: { problems } })

  expect(out).toMatch(
    /^Rakuten 5000001: SKU MUG-RED was not found in Boutique\. \[sku, since .*\]\n {2}You can: alias, retry, refuse\.\n$/,
  )
})

it('no problems are exit 0', async () => {
  const { exitCode, out } = await runLine(['problems'])

  expect(exitCode).toBe(0)
  expect(out).toBe('No problems.\n')
})
