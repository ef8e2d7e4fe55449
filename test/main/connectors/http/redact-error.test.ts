import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { createRedactor } from '../../../../src/main/connectors/http/redact.ts'
import { redactError } from '../../../../src/main/connectors/http/redact-error.ts'

it('keeps no secret in any error of the chain, whatever it is printed with', () => {
  const root = Object.assign(new Error('no route to http://x/?pwd=t0ken'), { code: 'EHOSTUNREACH', input: 't0ken' })
  const error = new TypeError('cannot fetch t0ken', { cause: new Error('t0ken', { cause: root }) })

  const shown = redactError(error, createRedactor(['t0ken']))

  expect(inspect(shown, { depth: 10, showHidden: true })).not.toContain('t0ken')
  expect(shown).toMatchObject({
    name: 'TypeError',
    message: 'cannot fetch ••••',
    cause: { cause: { code: 'EHOSTUNREACH' } },
  })
})

it('ends on a chain that bites its tail, and takes what is no error at all', () => {
  const snake = new Error('t0ken')
  snake.cause = snake

  expect(inspect(redactError(snake, createRedactor(['t0ken'])), { depth: 20 })).not.toContain('t0ken')
  expect(redactError('t0ken', createRedactor(['t0ken'])).message).toBe('••••')
})
