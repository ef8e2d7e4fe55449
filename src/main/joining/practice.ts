import { z } from 'zod'
import type { PracticeAccount as Practice } from '../accounts/needs.ts'
import type { Records } from '../connectors/sockets/ports.ts'
import { type MemoryStore, startPracticeAccount } from '../practice/rakuten-france/index.ts'
import { openInventedShop, unusedPurchaseId } from '../practice/rakuten-france/invented-shop.ts'

const KEY = 'memory'

/**
 * The invented account of this data folder: started when it is first asked for, ended with the process. What happened to it is kept in our
 * own database, so that its orders are still there tomorrow.
 */
export const createPractice = (records: Pick<Records, 'read' | 'save'>, now: () => number) => {
  let running: ReturnType<typeof startPracticeAccount> | null = null
  const memory: MemoryStore = {
    read() {
      const kept = records.read(KEY, z.base64())
      return kept === null ? null : Buffer.from(kept, 'base64')
    },
    save: (bytes) => records.save(KEY, Buffer.from(bytes).toString('base64')),
  }

  return {
    async start(): Promise<Practice> {
      running ??= startPracticeAccount({
        now,
        memory,
        firstPurchaseId: unusedPurchaseId(now()),
        importDuration: 20_000,
      }).then((account) => {
        openInventedShop(account.world)
        return account
      })
      const { baseUrl, login, token } = await running
      return { baseUrl, login, token }
    },
    async stop(): Promise<void> {
      await (await running)?.close()
    },
  }
}
