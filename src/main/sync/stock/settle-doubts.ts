import type { StockFile } from '../../db/stock-repository.ts'
import { type Corridor, minutes } from '../corridor.ts'
import type { Knowledge } from './knowledge.ts'
import { asShown, isShown } from './outcomes.ts'
import { BETWEEN_FILES } from './plan-file.ts'
import { latestRows } from './rows.ts'
import { keepInDoubt } from './send-file.ts'

/** A report that is not there after a day will not come. */
const LONGEST_REPORT = minutes(24 * 60)

/** Files that a crash left between asking and answering: perhaps received, so nothing is told twice at once. */
export const adoptLost = (corridor: Corridor): void => {
  const { connection, repositories } = corridor
  for (const intent of repositories.intents.unsettled(connection.id, 'stock-file'))
    if (intent.state === 'open') keepInDoubt(corridor, intent)
}

/** Files of which only the inventory can tell what became, and whose time for that has come. */
export const overdueFiles = ({ connection, repositories, time }: Corridor): readonly StockFile[] =>
  repositories.stock
    .pendingFiles(connection.id)
    .filter(
      ({ fileId, sentAt }) => time.now() >= Date.parse(sentAt) + (fileId === null ? BETWEEN_FILES : LONGEST_REPORT),
    )

/** Compares what such files told with what the inventory shows by now; what did not arrive differs again and travels. */
export const settleDoubts = (corridor: Corridor, { inventoryReadAt }: Knowledge): void => {
  const { connection, repositories, time } = corridor
  for (const file of overdueFiles(corridor)) {
    if (inventoryReadAt === null || inventoryReadAt < Date.parse(file.sentAt) + BETWEEN_FILES) continue
    const rows = latestRows(corridor, file)
    const arrived = rows.every(isShown)
    const target = file.sentAt
    repositories.together(() => {
      repositories.stock.saveFile({ ...file, state: arrived ? 'done' : 'failed', nextPollAt: null })
      repositories.stock.saveRows(rows.map(asShown))
      for (const intent of repositories.intents.unsettled(connection.id, 'stock-file'))
        if (intent.target === target)
          repositories.intents.close(intent.id, arrived ? 'done' : 'not-done', time.nowIso())
    })
  }
}
