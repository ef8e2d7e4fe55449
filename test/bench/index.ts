import { callsOfShops } from './calls-of-shops.ts'
import { idleCycle } from './idle-cycle.ts'
import { importOneAnswer } from './import-one-answer.ts'
import { listOrders } from './list-orders.ts'
import type { Measure } from './measure.ts'
import { memoryWhenIdle } from './memory-when-idle.ts'

/** The benchmark table: ratios of one run, because they hold from machine to machine; times are for interest only. */
const asJson = process.argv.includes('--json')
const say = (line: string): void => void (asJson ? process.stderr : process.stdout).write(`${line}\n`)

const rows: Measure[] = []
for (const measure of [callsOfShops, importOneAnswer, listOrders, idleCycle, memoryWhenIdle]) {
  for (const row of [await measure()].flat()) {
    rows.push(row)
    const value = (number: number): string => `${number.toFixed(row.unit === 'calls' ? 0 : 1)} ${row.unit}`
    say(
      `${row.met ? 'met   ' : 'MISSED'}  ${row.name}\n        ours ${value(row.ours)}, floor ${value(row.floor)}: ratio ${row.ratio.toFixed(2)}, goal at most ${row.goal}`,
    )
  }
}
if (asJson) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`)
process.exit(rows.every(({ met }) => met) ? 0 : 1)
