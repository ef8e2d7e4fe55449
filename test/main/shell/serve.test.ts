import { afterEach, describe, expect, it } from 'vitest'
import { serve } from '../../../src/main/shell/serve.ts'
import { channelOf } from '../../../src/preload/contract/endpoint.ts'
import { contract } from '../../../src/preload/contract/index.ts'
import { answering, aSyncState, readableLog } from '../../helpers/answering.ts'
import { type Asker, ask, channels, forgetHandlers } from '../../helpers/electron-stand-in/ipc.ts'

const window = { name: 'the window' }
const fromWindow: Asker = { sender: window, senderFrame: { url: 'navette://app/#/orders', parent: null } }

const serving = () => {
  const { answer, asked } = answering({
    sync: { state: () => aSyncState({ needsPerson: 3 }) },
    orders: { get: () => null },
  })
  const log = readableLog()
  serve({ answer, log, isWindow: (contents) => (contents as unknown) === window })
  return { asked, log }
}
afterEach(forgetHandlers)

describe('serve', () => {
  it('listens to every question of the contract and to nothing else', () => {
    serving()

    const all = Object.entries(contract).flatMap(([area, questions]) =>
      Object.keys(questions).map((name) => channelOf(area, name)),
    )
    expect(channels().toSorted()).toEqual(all.toSorted())
  })

  it('answers the window with the reply of the contract', async () => {
    serving()

    const reply = await ask('sync:state', fromWindow)

    expect(reply).toMatchObject({ ok: true, value: { needsPerson: 3 } })
  })

  it('refuses malformed input with a reply, for IPC would keep only the text of an error', async () => {
    serving()

    const reply = await ask('orders:get', fromWindow, { id: 'one' })

    expect(reply).toMatchObject({ ok: false, fault: { kind: 'bad-input', field: 'id' } })
  })

  it.each<readonly [string, Asker]>([
    ['another page in our window', { sender: window, senderFrame: { url: 'https://evil.example/', parent: null } }],
    [
      'a page whose address only begins like ours',
      { sender: window, senderFrame: { url: 'navette://app.evil/', parent: null } },
    ],
    ['a page inside our page', { sender: window, senderFrame: { url: 'navette://app/', parent: {} } }],
    ['a frame that is gone', { sender: window, senderFrame: null }],
    ['contents that are not our window', { sender: {}, senderFrame: { url: 'navette://app/', parent: null } }],
  ])('refuses %s before anything is asked', async (_, stranger) => {
    const { asked, log } = serving()

    const reply = await ask('sync:state', stranger)

    expect(reply).toMatchObject({ ok: false, fault: { kind: 'bad-input' } })
    expect(asked).toEqual([])
    expect(log.lines).toEqual([expect.stringContaining('sync:state')])
  })
})
