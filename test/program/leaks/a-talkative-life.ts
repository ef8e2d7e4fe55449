import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { expect, vi } from 'vitest'
import type { FaultKind } from '../../../src/main/practice/rakuten-france/index.ts'
import type { Finished } from '../../helpers/run-navette.ts'
import { later, openSeller, type Seller } from '../a-seller.ts'
import { BUYERS, OTHER_TOKEN, TOKEN } from './canaries.ts'
import { type CrashHook, withHook } from './crash-hooks.ts'

/** One thing a process wrote, and whose business it is to show buyers. */
export interface Written {
  readonly by: string
  readonly out: string
  readonly error: string
}

export interface TalkativeLife {
  readonly seller: Seller
  readonly written: Written[]
  /** Where the program was told that temporary files go. */
  readonly temporary: string
  run(words: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Finished>
  sync(minutes: number): Promise<Finished>
}

/** A seller whose token and buyers are canaries; whatever any process of theirs writes is kept to be looked through. */
export const openTalkativeLife = async (): Promise<TalkativeLife> => {
  const seller = await openSeller({ token: TOKEN, importDuration: 0 })
  const { desk, account } = seller
  const temporary = join(desk.folder, 'temporary')
  await mkdir(temporary)
  const written: Written[] = []
  const run: TalkativeLife['run'] = async (words, environment = {}) => {
    const finished = await desk.run(words, { TMPDIR: temporary, ...environment })
    written.push({ by: words.join(' '), out: finished.out, error: finished.error })
    return finished
  }
  const sync = (minutes: number): Promise<Finished> => {
    account.world.clock.set(later(minutes))
    return run(['sync', '--json', '--now', later(minutes)])
  }
  return { seller, written, temporary, run, sync }
}

/** Orders of every kind of address, one of which the back office will not take. */
export const letThemBuy = ({ seller: { buys } }: TalkativeLife): readonly string[] => [
  ...BUYERS.map((buyer) => buys(['MUG-BLUE'], { buyer })),
  ...BUYERS.map((buyer) => buys(['BOWL'], { buyer, deliveryMode: 'Point relais Mondial Relay' })),
  ...BUYERS.map((buyer) => buys(['BOWL'], { buyer: { ...buyer, city: '', zipCode: '' }, deliveryMode: 'Suivi' })),
  ...BUYERS.map((buyer) => buys(['BOWL'], { buyer, deliveryMode: 'Chez la voisine' })),
]

/** Every fault the practice account knows, one cycle each, at calls of every kind. */
export const sufferFaults = async ({ seller, sync }: TalkativeLife, kinds: readonly FaultKind[]): Promise<void> => {
  for (const [index, kind] of kinds.entries()) {
    seller.account.faults.add({ kind, times: 3, ...(kind === 'oversized' && { bytes: 1_000_000 }) })
    await sync(index * 5)
    seller.account.faults.clear()
  }
}

/** The program breaks from within, in the middle of a cycle. */
export const sufferCrash = async (life: TalkativeLife, hook: CrashHook, minutes: number): Promise<Finished> => {
  life.seller.account.world.clock.set(later(minutes))
  return life.run(['sync', '--json', '--now', later(minutes)], await withHook(life.seller.desk, hook))
}

/** Killed in the middle of a call: nothing is closed, the journal of the database stays as it is. */
export const killInACall = async ({ seller, written, temporary }: TalkativeLife, minutes: number): Promise<void> => {
  const { account, desk } = seller
  account.world.clock.set(later(minutes))
  const seen = account.calls.length
  account.faults.add({ kind: 'slow', action: 'acceptsale', delayMs: 60_000 })
  const child = desk.start(['sync', '--json', '--now', later(minutes)], { TMPDIR: temporary })
  const all = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  const actions = () => account.calls.slice(seen).map(({ action }) => action)
  await vi.waitFor(() => expect(actions()).toContain('acceptsale'), { timeout: 60_000 })
  child.kill('SIGKILL')
  const [out, error] = await all
  account.faults.clear()
  written.push({ by: 'sync, killed', out, error })
}

/** The screens' questions over HTTP while the scheduler's log goes to standard error; returns their answers. */
export const serveAWhile = async (
  { seller: { desk }, written, temporary }: TalkativeLife,
  questions: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, string>>> => {
  const child = desk.start(['serve', '--port', '0', '--json'], { TMPDIR: temporary })
  const error = text(child.stderr)
  const [line] = await once(createInterface(child.stdout), 'line')
  const { address, keyAddress } = JSON.parse(String(line))
  const entered = await fetch(keyAddress, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const answers: Record<string, string> = {}
  for (const [channel, input] of Object.entries(questions)) {
    const headers = { cookie, 'content-type': 'application/json', origin: address }
    const reply = await fetch(`${address}/api/${channel}`, { method: 'POST', headers, body: JSON.stringify(input) })
    answers[channel] = await reply.text()
  }
  const closed = once(child, 'close')
  child.kill('SIGTERM')
  await closed
  written.push({ by: 'serve', out: '', error: await error })
  return answers
}

/** A token that is refused, tried once by a cycle and once by the named checks. */
export const useAnotherToken = async ({ seller, run }: TalkativeLife, minutes: number): Promise<void> => {
  seller.account.world.clock.set(later(minutes))
  await run(['connections', 'test'], { RAKUTEN_TOKEN: OTHER_TOKEN })
  await run(['sync', '--now', later(minutes)], { RAKUTEN_TOKEN: OTHER_TOKEN })
}
