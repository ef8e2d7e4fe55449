import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { createAllowance } from '../../../../src/main/connectors/http/allowance.ts'
import { createHttp } from '../../../../src/main/connectors/http/create-http.ts'
import { createJsonCalls, type JsonSpeech } from '../../../../src/main/connectors/http/json-calls.ts'
import { Fault } from '../../../../src/main/domain/fault.ts'
import { clockByHand } from '../../../helpers/clock-by-hand.ts'
import { recordsInMemory } from '../../../helpers/records-in-memory.ts'
import { RETRY_AFTER_SECONDS, type Reply, simulate } from '../../../simulators/wire.ts'

const Sum = z.object({ sum: z.number() })

const open = async (reply: Partial<Reply> = {}, more: Partial<JsonSpeech> = {}) => {
  const { url, wire, close } = await simulate(() => ({ status: 200, body: '{"sum":3}', ...reply }))
  onTestFinished(close)
  const clock = clockByHand()
  const http = createHttp({ clock, side: 'Boutique', pace: { turn: async () => undefined } })
  const ports = { http, clock, records: recordsInMemory(), side: 'Boutique' }
  return { url, wire, clock, ports, calls: createJsonCalls({ ports, secrets: [], ...more }) }
}

describe('a call that answers in JSON', () => {
  it('brings what the schema asks for, with status and headers', async () => {
    const { calls, url } = await open({ status: 201, headers: { 'x-total': '7' } })

    const { value, status, headers } = await calls.withReply({ name: 'sum', url }, Sum)

    expect([value, status, headers.get('x-total')]).toEqual([{ sum: 3 }, 201, '7'])
  })

  it('sends a value as JSON, and a text as it is', async () => {
    const { calls, url, wire } = await open()

    await calls.call({ name: 'sum', url, method: 'POST', body: { of: [1, 2] } }, Sum)
    await calls.call(
      { name: 'sum', url, method: 'POST', body: '<of>1 2</of>', headers: { 'content-type': 'text/xml' } },
      Sum,
    )

    expect(wire.received.map(({ body, headers }) => [String(body), headers['content-type']])).toEqual([
      ['{"of":[1,2]}', 'application/json'],
      ['<of>1 2</of>', 'text/xml'],
    ])
  })

  it.each([
    ['a status that is one', { status: 404, body: '{"none":true}' }, 404],
    ['success', { status: 200, body: '{}' }, 200],
  ])('takes %s for an answer', async (_, reply, status) => {
    const { calls, url } = await open(reply)

    expect(await calls.read({ name: 'order', url, answers: [404] }, (answer) => answer.status)).toBe(status)
  })

  it.each([
    ['another status', { status: 409, body: '{}' }, 'refused'],
    ['a web page with that status', { status: 404, body: '<html></html>' }, 'refused'],
  ])('takes %s for no answer', async (_, reply, kind) => {
    const { calls, url } = await open(reply)

    await expect(calls.read({ name: 'order', url, answers: [404] }, ({ status }) => status)).rejects.toMatchObject({
      kind,
    })
  })

  it('asks once more where a reading cannot be understood, and never where something was to change', async () => {
    const { calls, url, wire } = await open()
    const understand = () => {
      throw new Fault('unreadable', 'half a list')
    }

    await expect(calls.read({ name: 'list', url }, understand)).rejects.toMatchObject({ kind: 'unreadable' })
    await expect(calls.read({ name: 'new', url, method: 'POST' }, understand)).rejects.toThrow('half a list')

    expect(wire.received.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST'])
  })

  it.each(['truncated', 'lost-answer', 'lost-request'] as const)(
    'is signed anew each time it is tried: %s',
    async (how) => {
      let nonce = 0
      const { calls, url, wire } = await open({}, { sign: () => ({ headers: { authorization: `n${++nonce}` } }) })
      wire.spoil(how)

      await calls.call({ name: 'sum', url }, Sum)

      expect(wire.received.map(({ headers }) => headers['authorization'])).toEqual(['n1', 'n2'])
    },
  )

  it('is signed over the very text that is sent', async () => {
    const { calls, url, wire } = await open(
      {},
      { sign: ({ method, body }) => ({ headers: { 'x-signed': `${method} ${body.length}` } }) },
    )

    await calls.call({ name: 'sum', url, method: 'POST', body: { of: ['é'] } }, Sum)
    await calls.call({ name: 'sum', url }, Sum)

    expect(wire.received.map(({ body, headers }) => [headers['x-signed'], String(body)])).toEqual([
      ['POST 12', '{"of":["é"]}'],
      ['GET 0', ''],
    ])
  })

  it('brings an empty answer where one is expected, and is made once when it changes something', async () => {
    const { calls, url, wire } = await open({ status: 204, body: '' })

    const { status } = await calls.answer({ name: 'sum', url, method: 'PATCH', body: {} })
    wire.spoil('server-error')
    await expect(calls.answer({ name: 'sum', url, method: 'PATCH', body: {} })).rejects.toMatchObject({
      outcome: 'unknown',
    })

    expect(status).toBe(204)
    expect(wire.received).toHaveLength(2)
  })

  it.each(['page', 'empty', 'truncated', 'server-error', 'firewall', 'lost-answer'] as const)(
    'is made once more when it only reads: %s',
    async (how) => {
      const { calls, url, wire, clock } = await open()
      wire.spoil(how)

      expect(await calls.call({ name: 'sum', url }, Sum)).toEqual({ sum: 3 })

      expect(wire.received).toHaveLength(2)
      expect(clock.slept).toEqual([1000])
    },
  )

  it.each([
    ['page', 'unknown'],
    ['empty', 'unknown'],
    ['truncated', 'unknown'],
    ['server-error', 'unknown'],
    ['lost-answer', 'unknown'],
    ['firewall', 'not-done'],
  ] as const)('is never repeated when it changes something: %s leaves it %s', async (how, outcome) => {
    const { calls, url, wire } = await open()
    wire.spoil(how)

    await expect(calls.call({ name: 'add', url, method: 'POST', body: {} }, Sum)).rejects.toMatchObject({
      ...{ name: 'Fault', side: 'Boutique', outcome },
    })

    expect(wire.received).toHaveLength(1)
  })

  it('tells a firewall from a refused key', async () => {
    const { calls, url, wire } = await open({ status: 401, body: '{"message":"Invalid key"}' })

    await expect(calls.call({ name: 'sum', url }, Sum)).rejects.toMatchObject({ kind: 'credentials' })
    wire.spoil('firewall', () => true, 2)

    await expect(calls.call({ name: 'sum', url }, Sum)).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('firewall'),
    })
  })

  it('that is told to come back later asks nothing until then, in another process as well', async () => {
    const { calls, url, wire, clock, ports } = await open()
    wire.spoil('busy')
    await expect(calls.call({ name: 'sum', url }, Sum)).rejects.toMatchObject({ kind: 'busy' })

    const afterRestart = createJsonCalls({ ports, secrets: [] })
    await expect(afterRestart.call({ name: 'sum', url }, Sum)).rejects.toMatchObject({ kind: 'busy' })
    expect(wire.received).toHaveLength(1)
    clock.advance((RETRY_AFTER_SECONDS + 1) * 1000)

    expect(await afterRestart.call({ name: 'sum', url }, Sum)).toEqual({ sum: 3 })
  })

  it('makes no further call once the platform’s allowance is used up, in another process as well', async () => {
    const headers = { 'X-RateLimit-Remaining': '0/2990/11500', 'X-RateLimit-Reset': '263/2063/23663' }
    const { ports, url, wire, clock } = await open({ headers })
    const calls = createJsonCalls({
      ...{ ports, secrets: [] },
      allowance: createAllowance({ clock, side: ports.side, names: ['five minutes', 'the hour', 'the day'] }),
    })

    expect(await calls.call({ name: 'sum', url }, Sum)).toEqual({ sum: 3 })
    const afterRestart = createJsonCalls({ ports, secrets: [] })
    for (const later of [calls, afterRestart])
      await expect(later.call({ name: 'sum', url }, Sum)).rejects.toMatchObject({ kind: 'busy' })

    expect(wire.received).toHaveLength(1)
  })

  it('means what the platform says it means', async () => {
    const judge: JsonSpeech['judge'] = ({ status }) =>
      status === 200 ? new Fault('refused', 'Closed on Sundays.') : null
    const { calls, url, wire } = await open({}, { judge })

    await expect(calls.call({ name: 'sum', url }, Sum)).rejects.toMatchObject({ message: 'Closed on Sundays.' })

    expect(wire.received).toHaveLength(1)
  })

  it('may bring an answer in another language, with the same care', async () => {
    const { calls, url, wire } = await open({ body: '<sum>3</sum>' })
    wire.spoil('server-error')

    const { bytes } = await calls.answer({ name: 'sum', url })

    expect(String(Buffer.from(bytes))).toBe('<sum>3</sum>')
    expect(wire.received).toHaveLength(2)
  })
})
