import { z } from 'zod'
import type { StockLine } from '../../connectors/sockets/marketplace.ts'
import type { Intent } from '../../db/intents-repository.ts'
import type { StockFile, StockRow } from '../../db/stock-repository.ts'
import { isFault } from '../../domain/fault.ts'
import type { Corridor } from '../corridor.ts'
import { forgetLastHash, hashOf, keepLastHash } from './last-file.ts'
import { nextPollAt } from './poll-times.ts'
import { quantitiesOf } from './rows.ts'

const Told = z.array(z.object({ sku: z.string(), quantity: z.number() }))
const Kind = z.enum(['regular', 'zeros', 'sync-now'])

/**
 * Uploads a file. The intent is on disk before the call and holds all of it; the file and its rows follow with the answer, in one
 * transaction with the end of the intent. A fault that leaves the outcome open leaves a file in doubt.
 */
export const sendFile = async (
  corridor: Corridor,
  kind: StockFile['kind'],
  lines: readonly StockLine[],
): Promise<void> => {
  const { connection, marketplace, repositories, time } = corridor
  const sentAt = time.nowIso()
  const told = lines.map(({ sku, quantity }) => ({ sku, quantity }))
  const hash = hashOf(lines)
  const intent = repositories.intents.open({
    connectionId: connection.id,
    orderId: null,
    act: 'stock-file',
    target: sentAt,
    openedAt: sentAt,
    detail: { kind, hash, lines: JSON.stringify(told) },
  })
  const upload = marketplace.sendStock(lines)
  const { fileId } = await upload.catch((error: unknown) => {
    // An answer that cannot be read came after the file.
    const isSure = isFault(error) && error.outcome === 'not-done' && error.kind !== 'unreadable'
    if (isSure) repositories.intents.close(intent.id, 'not-done', time.nowIso(), { lines: '' })
    else keepInDoubt(corridor, intent)
    throw error
  })
  repositories.together(() => {
    keepFile(corridor, { fileId, sentAt, kind, hash, lines: told, nextPollAt: nextPollAt(sentAt, time.now()) })
    repositories.intents.close(intent.id, 'done', time.nowIso(), { lines: '' })
    keepLastHash(corridor, hash)
  })
  corridor.log.info(`${connection.label}: told the stock of ${lines.length} SKUs`, { fileId, kind })
}

/** Nobody knows whether Rakuten received it: it counts as sent, and the inventory will show what became of it. */
export const keepInDoubt = (corridor: Corridor, { id, target, detail }: Intent): void => {
  const { repositories, time } = corridor
  const lines = Told.parse(JSON.parse(String(detail['lines'])))
  const kind = Kind.parse(detail['kind'])
  repositories.together(() => {
    keepFile(corridor, { fileId: null, sentAt: target, kind, hash: String(detail['hash']), lines, nextPollAt: null })
    repositories.intents.close(id, 'unknown', time.nowIso(), { lines: '' })
    forgetLastHash(corridor)
  })
}

const keepFile = (
  { connection, repositories }: Corridor,
  file: Pick<StockFile, 'fileId' | 'sentAt' | 'kind' | 'hash' | 'lines' | 'nextPollAt'>,
): void => {
  const { stock } = repositories
  stock.addFile({ ...file, connectionId: connection.id, state: 'pending', polls: 0 })
  const told = quantitiesOf(file)
  stock.saveRows(stock.rows(connection.id).flatMap((row) => asSent(row, told.get(row.sku), file.fileId)))
}

const asSent = (row: StockRow, quantity: number | undefined, fileId: string | null): readonly StockRow[] => {
  const isCompanion = row.state !== 'pending' && row.lastSent === quantity
  if (quantity === undefined || isCompanion) return []
  const message = fileId === null ? 'Rakuten may have received it: its inventory will show.' : messageOnTheWay(row)
  return [{ ...row, lastSent: quantity, state: 'pending', message, fileId }]
}

/** That a SKU is gone stays written on it. */
const messageOnTheWay = ({ goneSince, message }: StockRow): string => (goneSince === null ? '' : message)
