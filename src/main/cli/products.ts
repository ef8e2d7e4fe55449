import type { Command } from 'commander'
import type { CsvError } from '../../preload/contract/shapes.ts'
import type { Run } from './command-line.ts'
import { EXIT, wrongUsage } from './exit-code.ts'
import { allPages, unwrap } from './questions.ts'
import { oneOfThisPc } from './this-pc.ts'
import type { World } from './world.ts'

interface OfficeOption {
  readonly backOffice?: string
}

const LABEL = ['--back-office <label>', 'which one, where This PC was set up twice'] as const

/** In base64: which encoding it is in, is found out where it is read. */
const readCsv = async (world: World, path: string): Promise<string> => {
  const bytes = await world.readFile(path).catch(() => {
    throw wrongUsage(`${path} cannot be read.`)
  })
  return Buffer.from(bytes).toString('base64')
}

const errorText = ({ row, column, message }: CsvError): string =>
  `Row ${row}${column === null ? '' : `, ${column}`}: ${message}`

export const addProductsCommand = (program: Command, run: Run, world: World): void => {
  const products = program.command('products').summary('products and stock of This PC, as CSV')

  products
    .command('import')
    .summary('add products and set stock from a CSV; all or nothing')
    .argument('<file>', 'CSV in UTF-8')
    .option(...LABEL)
    .action(async (path: string, { backOffice }: OfficeOption) => {
      const file = await readCsv(world, path)
      await run({}, async ({ ask, print }) => {
        const { id } = await oneOfThisPc(ask, backOffice)
        const { added, changed, unchanged, errors } = unwrap(await ask.products.importCsv({ backOfficeId: id, file }))
        const text = `${added} products added, ${changed} changed, ${unchanged} as they were.`
        await print({ added, changed, unchanged, errors }, errors.length === 0 ? text : null)
        if (errors.length === 0) return undefined
        world.writeError(`${['Nothing was imported.', ...errors.map(errorText)].join('\n')}\n`)
        return EXIT.usage
      })
    })

  products
    .command('export')
    .summary('the products as CSV on standard output')
    .option(...LABEL)
    .action(({ backOffice }: OfficeOption) =>
      run({}, async ({ ask, print }) => {
        const { id } = await oneOfThisPc(ask, backOffice)
        const rows = await allPages((page) => ask.products.list({ backOfficeId: id, search: '', ...page }))
        const { text } = unwrap(await ask.products.exportCsv({ backOfficeId: id }))
        await print(rows, text.trimEnd())
        return undefined
      }),
    )
}
