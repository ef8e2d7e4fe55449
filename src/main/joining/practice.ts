import type { PracticeAccount as Practice } from '../accounts/needs.ts'
import { startPracticeAccount } from '../practice/rakuten-france/index.ts'
import { openInventedShop, unusedPurchaseId } from '../practice/rakuten-france/invented-shop.ts'

/** The invented account of this process: started when it is first asked for, gone with the process. */
export const createPractice = (now: () => number) => {
  let running: ReturnType<typeof startPracticeAccount> | null = null

  return {
    async start(): Promise<Practice> {
      running ??= startPracticeAccount({ now, firstPurchaseId: unusedPurchaseId(now()) }).then((account) => {
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
