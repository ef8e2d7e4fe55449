import type { Command } from 'commander'
import { type BuyerOption, buyerOption, readBuyer } from './buyer-option.ts'
import type { Run } from './command-line.ts'
import { unwrap } from './questions.ts'
import type { World } from './world.ts'

export const addExportCommand = (program: Command, run: Run, world: World): void => {
  program
    .command('export')
    .summary('everything kept about a buyer, as JSON')
    .addOption(buyerOption())
    .action(async (options: BuyerOption) => {
      const buyer = await readBuyer(options, world)
      await run({}, async ({ ask, print }) => {
        const { text } = unwrap(await ask.privacy.export({ buyer }))
        const document: unknown = JSON.parse(text)
        await print(document, JSON.stringify(document, null, 2))
        return undefined
      })
    })
}
