import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProductThere } from '../../batteries/back-office/harness.ts'
import { readRows, writeRows } from './csv.ts'
import { COLUMNS } from './template.ts'

export interface Imported {
  readonly ref: string
  readonly remoteId: string
  readonly rows: readonly Readonly<Record<string, string>>[]
  state: 'NEW' | 'PARTIAL' | 'SHIPPED' | 'CANCELLED' | 'DELETED'
}

export type StateRow = readonly [
  state: string,
  carrier: string,
  number: string,
  url: string,
  sku: string,
  units: string,
]

const STATE_COLUMNS = ['ref', 'state', 'carrier', 'trackingNumber', 'trackingUrl', 'sku', 'quantity']
const ACK_COLUMNS = ['ref', 'remoteId', 'result', 'message']

/**
 * A program that takes order files out of a folder and answers with files: it makes an order of each, twice of two, and takes its units off
 * the shelf. It looks when it is told to.
 */
export const createImporter = (disk: string, now: () => number) => {
  const orders: Imported[] = []
  const products: ProductThere[] = []
  const units = new Map<string, number>()
  let count = 0
  for (const folder of ['in/processed', 'in/refused', 'cancel/processed', 'out', 'stock'])
    mkdirSync(join(disk, folder), { recursive: true })

  /** Whole at once, and never over what nobody has fetched. */
  const put = (path: string, text: string): void => {
    writeFileSync(join(disk, `${path}.part`), text)
    utimesSync(join(disk, `${path}.part`), now() / 1000, now() / 1000)
    renameSync(join(disk, `${path}.part`), join(disk, path))
  }
  const next = (): string => String(++count).padStart(6, '0')
  const acknowledge = (ref: string, remoteId: string, result: 'OK' | 'ERROR', message = ''): void =>
    put(`out/ack_${next()}.csv`, writeRows(ACK_COLUMNS, [[ref, remoteId, result, message]]))
  const tell = (ref: string, rows: readonly StateRow[]): void =>
    put(
      `out/states_${next()}.csv`,
      writeRows(
        STATE_COLUMNS,
        rows.map((row) => [ref, ...row]),
      ),
    )
  const tellState = (order: Imported): void => tell(order.ref, [[order.state, '', '', '', '', '']])
  const writeStock = (): void => {
    const rows = products.map(({ sku, title }) => [sku, String(units.get(sku) ?? 0), title])
    put('stock/stock.csv', writeRows(['sku', 'quantity', 'title'], rows))
  }
  const change = (rows: Imported['rows'], sign: 1 | -1): void => {
    for (const { sku = '', quantity } of rows) units.set(sku, (units.get(sku) ?? 0) + sign * Number(quantity))
    writeStock()
  }

  const importOrder = (name: string): void => {
    const path = join(disk, 'in', name)
    const ref = /^order_(.*?)(_r\d+)?\.csv$/.exec(name)?.[1] ?? ''
    try {
      const rows = readRows(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)), COLUMNS)
      for (const row of rows) refuseRow(row, units)
      if (new Set(rows.map((row) => row['ref'])).size > 1) throw new Error('Two orders in one file')
      const order: Imported = { ref: rows[0]?.['ref'] ?? '', remoteId: `W-${next()}`, rows, state: 'NEW' }
      orders.push(order)
      change(rows, -1)
      acknowledge(order.ref, order.remoteId, 'OK')
      renameSync(path, freeName(disk, 'in/processed', name))
    } catch (error) {
      acknowledge(ref, '', 'ERROR', error instanceof Error ? error.message : '')
      renameSync(path, freeName(disk, 'in/refused', name))
    }
  }
  const cancelAsked = (name: string): void => {
    const path = join(disk, 'cancel', name)
    const [row] = readRows(readFileSync(path, 'utf8'), ['ref', 'reason'])
    const found = orders.filter(({ ref }) => ref === row?.['ref'])
    for (const order of found) {
      if (order.state === 'NEW') cancel(order)
      else if (order.state !== 'DELETED') tellState(order)
    }
    renameSync(path, freeName(disk, 'cancel/processed', name))
  }
  const cancel = (order: Imported): void => {
    if (order.state === 'CANCELLED') return
    order.state = 'CANCELLED'
    change(order.rows, 1)
    tellState(order)
  }
  const filesIn = (folder: string): readonly string[] =>
    readdirSync(join(disk, folder))
      .filter((name) => name.endsWith('.csv'))
      .sort()

  return {
    ...{ orders, products, units, tell, tellState, cancel, writeStock, put, acknowledge },
    work(): void {
      for (const name of filesIn('in')) importOrder(name)
      for (const name of filesIn('cancel')) cancelAsked(name)
    },
  }
}
export type Importer = ReturnType<typeof createImporter>

const refuseRow = (row: Readonly<Record<string, string>>, units: ReadonlyMap<string, number>): void => {
  const wrong = Object.entries(RULES).find(([column, rule]) => !rule.test(row[column] ?? ''))
  if (wrong !== undefined) throw new Error(`Wrong value in ${wrong[0]}`)
  if (!units.has(row['sku'] ?? '')) throw new Error(`Unknown SKU ${row['sku']}`)
}

const AMOUNT = /^\d+\.\d\d$/
const RULES: Readonly<Record<string, RegExp>> = {
  ref: /^\S+$/,
  createdAt: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/,
  currency: /^EUR$/,
  paid: /^true$/,
  shippingLastName: /\S/,
  shippingLine1: /\S/,
  shippingZip: /^[\dA-Z][\dA-Z -]{2,}$/,
  shippingCity: /\S/,
  shippingCountry: /^[A-Z]{2}$/,
  shippingGross: AMOUNT,
  lineId: /^[1-9]\d*$/,
  sku: /\S/,
  quantity: /^[1-9]\d*$/,
  unitPriceGross: AMOUNT,
}

const freeName = (disk: string, folder: string, name: string): string => {
  for (let number = 1; ; number += 1) {
    const path = join(disk, folder, number === 1 ? name : `${number}_${name}`)
    if (!existsSync(path)) return path
  }
}
