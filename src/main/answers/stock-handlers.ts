import type { Handlers } from '../../preload/contract/endpoint.ts'
import type { StockFilter, StockRow, stockContract } from '../../preload/contract/stock.ts'
import type { Connection } from '../domain/connection.ts'
import { plainWords } from '../domain/plain-words.ts'
import { toCsv } from './csv.ts'
import type { Jobs } from './jobs.ts'
import type { AnswerNeeds } from './needs.ts'
import type { News } from './news.ts'
import { toStockOverview } from './stock-overview.ts'
import { matches, toStockRows } from './stock-rows.ts'

type Needs = Pick<AnswerNeeds, 'repositories' | 'engine' | 'accounts' | 'clock'> & {
  readonly jobs: Jobs
  readonly news: News
}

export const createStockHandlers = (needs: Needs): Handlers<typeof stockContract> => {
  const { repositories, engine, accounts, clock, jobs, news } = needs

  const select = (connectionId: number | null, filter: StockFilter, search: string): readonly StockRow[] => {
    const words = plainWords(search)
    return connectionsOf(connectionId)
      .flatMap((connection) => toStockRows(connection, repositories, clock.now()))
      .filter((row) => matches(row, filter) && plainWords(`${row.sku} ${row.title}`).includes(words))
  }
  const connectionsOf = (connectionId: number | null): readonly Connection[] =>
    connectionId === null ? repositories.connections.list() : [accounts.connections.get(connectionId)]
  const settle = async (connectionId: number, choice: 'send' | 'discard') => {
    const result = await engine.fixConnection(connectionId, 'stock-confirmation', choice)
    news.stockChanged(connectionId)
    news.connectionsChanged([connectionId])
    return result
  }

  return {
    overview: ({ connectionId }) => toStockOverview(accounts.connections.get(connectionId), repositories, clock),
    list: ({ connectionId, filter, search, offset, limit }) => {
      const rows = select(connectionId, filter, search)
      return { rows: rows.slice(offset, offset + limit), total: rows.length }
    },
    csv: ({ connectionId, filter, search }) =>
      toCsv(
        'stock.csv',
        ['connection', 'sku', 'title', 'ean', 'available', 'in_orders', 'offered', 'last_sent', 'state', 'message'],
        select(connectionId, filter, search).map((row) => [
          row.connection,
          row.sku,
          row.title,
          row.ean,
          row.available,
          row.inOrders,
          row.offered,
          row.lastSent,
          row.state,
          row.message,
        ]),
      ),
    preview: ({ connectionId }) => engine.previewStock(connectionId),
    syncNow: ({ connectionId, job }) =>
      jobs.run(job, async (control) => {
        const result = await engine.syncStockNow(connectionId, control)
        news.stockChanged(connectionId)
        return result
      }),
    confirm: ({ connectionId }) => settle(connectionId, 'send'),
    discard: ({ connectionId }) => settle(connectionId, 'discard'),
  }
}
