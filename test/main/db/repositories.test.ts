import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../../../src/main/db/migrate.ts'
import { openDatabase } from '../../../src/main/db/open-database.ts'
import { createRepositories } from '../../../src/main/db/repositories.ts'
import { aNewOrder } from '../../helpers/an-order.ts'
import { connectTestAccount, openTestRepositories } from '../../helpers/open-test-database.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

it('keeps everything of one transaction or nothing, across repositories', () => {
  const { orders, problems, timeline, together } = openTestRepositories()

  const interrupted = () =>
    together(() => {
      orders.insertNew([aNewOrder()])
      together(() =>
        timeline.add(1, { at: '2026-11-20T10:00:00.000Z', actor: 'navette', what: 'imported', detail: {} }),
      )
      problems.put(
        { orderId: 1 },
        { kind: 'sku', message: '', detail: {}, since: '2026-11-20T10:00:00.000Z', nextTryAt: null },
      )
      throw new Error('the process ends here')
    })

  expect(interrupted).toThrow('the process ends here')
  expect([orders.get(1), timeline.of(1), problems.all()]).toEqual([null, [], []])
})

it('returns what the work returned', () => {
  const { together } = openTestRepositories()

  expect(together(() => together(() => 'kept'))).toBe('kept')
})

const here = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href)

/** Imports, journals and moves orders until it is killed; says which it is done with as soon as it is. */
const BUSY = (path: string, key: string): string => `
  const { openDatabase } = await import(${here('../../../src/main/db/open-database.ts')})
  const { createRepositories } = await import(${here('../../../src/main/db/repositories.ts')})
  const { aNewOrder } = await import(${here('../../helpers/an-order.ts')})
  const { writeSync } = await import('node:fs')
  const at = '2026-11-20T10:00:00.000Z'
  const { orders, intents, timeline, together } = createRepositories(openDatabase({ path: ${JSON.stringify(path)}, key: '${key}' }))
  for (let number = 1; ; number += 1) {
    const [order] = orders.insertNew([aNewOrder({ reference: String(number) })])
    const intent = intents.open({ connectionId: 1, orderId: order.id, act: 'accept', target: String(number), openedAt: at })
    together(() => {
      orders.save({ ...order, status: 'manual', manualSince: at })
      intents.close(intent.id, 'done', at)
      timeline.add(order.id, { at, actor: 'seller', what: 'manual', detail: {} })
    })
    writeSync(1, String(number) + '\\n')
  }`

it('loses nothing it said was kept, and keeps nothing by halves, when the process is killed', async () => {
  const file = { path: join(temporaryFolder(), 'a.db'), key: '0f'.repeat(32) }
  const made = openDatabase(file)
  migrate(made)
  connectTestAccount(createRepositories(made))
  made.close()
  const child = spawn(process.execPath, ['--input-type=module', '-e', BUSY(file.path, file.key)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
    if (said.split('\n').length > 20) child.kill('SIGKILL')
  })

  await once(child, 'close')

  const db = openDatabase(file)
  const { orders, intents, timeline } = createRepositories(db)
  const last = Number(said.trim().split('\n').at(-1))
  const moved = orders.inStatus(1, 'manual')
  expect(last).toBeGreaterThan(15)
  expect(moved.length === last || moved.length === last + 1).toBe(true)
  for (const { id, items } of moved) {
    expect(items).toHaveLength(1)
    expect(intents.latest(id, 'accept')?.state).toBe('done')
    expect(timeline.of(id)).toHaveLength(1)
  }
  for (const { id } of orders.inStatus(1, 'imported')) expect(timeline.of(id)).toEqual([])
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  db.close()
})
