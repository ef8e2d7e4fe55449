import type { Command } from 'commander'
import type { BuyerOrder } from '../../preload/contract/privacy.ts'
import { type BuyerOption, buyerOption, readBuyer } from './buyer-option.ts'
import type { Run } from './command-line.ts'
import { unwrap } from './questions.ts'
import { localTime, table } from './table.ts'
import type { World } from './world.ts'

const listed = (orders: readonly BuyerOrder[]): string =>
  table(
    ['Order', 'Connection', 'Status', 'Bought', 'Buyer'],
    orders.map((order) => [
      order.reference,
      order.connection,
      order.status,
      localTime(order.purchasedAt),
      order.buyerName,
    ]),
  )

const toDocument = ({ reference, connection, status, purchasedAt }: BuyerOrder) => ({
  reference,
  connection,
  status,
  purchasedAt,
})

const keptText = (orders: readonly BuyerOrder[]): readonly string[] =>
  orders.map(({ reference, keptBecause }) => `${reference} stays for now: ${keptBecause}`)

/** What is kept for now is named beside the number, so that a script does not take it for gone. */
const keptDocument = (orders: readonly BuyerOrder[]) =>
  orders.length === 0
    ? {}
    : { kept: orders.map(({ reference, connection, keptBecause }) => ({ reference, connection, keptBecause })) }

export const addEraseCommand = (program: Command, run: Run, world: World): void => {
  program
    .command('erase')
    .summary('erase a buyer; lists what it would erase without --yes')
    .addOption(buyerOption())
    .option('--yes', 'erase what was listed')
    .action(async (options: BuyerOption & { readonly yes?: true }) => {
      const buyer = await readBuyer(options, world)
      await run({}, async ({ ask, print }) => {
        const found = unwrap(await ask.privacy.find({ buyer }))
        const kept = found.filter(({ keptBecause }) => keptBecause !== null)
        const erasable = found.filter(({ keptBecause }) => keptBecause === null)
        if (!options.yes) {
          const text =
            erasable.length === 0 ? ['Nothing to erase.'] : [listed(erasable), '', 'With --yes, these are erased.']
          const wouldErase = erasable.map(toDocument)
          await print({ erased: 0, wouldErase, ...keptDocument(kept) }, [...text, ...keptText(kept)].join('\n'))
          return undefined
        }
        const orderIds = erasable.map(({ id }) => id)
        const { erased } = orderIds.length === 0 ? { erased: 0 } : unwrap(await ask.privacy.erase({ orderIds }))
        await print({ erased, ...keptDocument(kept) }, [`${erased} erased.`, ...keptText(kept)].join('\n'))
        return undefined
      })
    })
}
