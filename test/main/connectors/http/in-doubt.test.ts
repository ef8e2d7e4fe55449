import { describe, expect, it } from 'vitest'
import { inDoubt } from '../../../../src/main/connectors/http/in-doubt.ts'
import { Fault } from '../../../../src/main/domain/fault.ts'

const caught = (error: unknown): Promise<unknown> =>
  inDoubt(() => Promise.reject(error)).then(
    () => null,
    (thrown: unknown) => thrown,
  )

describe('what comes after something was asked for', () => {
  it('gives its answer on', async () => {
    expect(await inDoubt(async () => 'read back')).toBe('read back')
  })

  it('may fail in its own way, and leaves the whole in doubt', async () => {
    const retryAt = '2026-01-12T10:00:00.000Z'
    const fault = new Fault('busy', 'Later.', { side: 'Shop', retryAt, detail: { status: '429' } })

    const thrown = await caught(fault)

    expect(thrown).toMatchObject({
      ...{ kind: 'busy', message: 'Later.', side: 'Shop', retryAt },
      ...{ detail: { status: '429' }, outcome: 'unknown', cause: fault },
    })
  })

  it('hands on a bug, and what is in doubt already, as they are', async () => {
    const bug = new TypeError('x is undefined')
    const doubt = new Fault('unreachable', 'Gone.', { outcome: 'unknown' })

    expect([await caught(bug), await caught(doubt)]).toEqual([bug, doubt])
    expect(await caught(doubt)).toBe(doubt)
  })
})
