import { describe, expect, it } from 'vitest'
import { aBackOfficeView } from '../../helpers/views.ts'
import { type Answered, runLine } from './a-command-line.ts'

const product = { sku: 'MUG', ean: '', title: 'Mug', stock: 3, safetyStock: 0, priceCents: 900 }
const CSV = 'sku;stock\nMUG;3\n'

const shelf = (more: Answered['products'] = {}): Answered => ({
  backOffices: { list: () => [aBackOfficeView(), aBackOfficeView({ id: 2, officeKind: 'webshop' })] },
  products: {
    importCsv: () => ({ added: 1, changed: 0, unchanged: 2, errors: [] }),
    list: () => ({ rows: [product], total: 1 }),
    exportCsv: () => ({ name: 'products.csv', mediaType: 'text/csv', text: CSV }),
    ...more,
  },
})

describe('products import', () => {
  it('hands the file over as it is and tells what became of it', async () => {
    const words = ['products', 'import', 'p.csv']

    const text = await runLine(words, { answered: shelf(), files: { 'p.csv': CSV } })
    const json = await runLine([...words, '--json'], { answered: shelf(), files: { 'p.csv': CSV } })

    expect(text).toMatchObject({ exitCode: 0, out: '1 products added, 0 changed, 2 as they were.\n' })
    expect(text.asked).toContainEqual([
      'products:importCsv',
      { backOfficeId: 1, file: Buffer.from(CSV).toString('base64') },
    ])
    expect(JSON.parse(json.out)).toEqual({ added: 1, changed: 0, unchanged: 2, errors: [] })
  })

  it('names row and column of what is wrong, and leaves with 2', async () => {
    const errors = [{ row: 2, column: 'stock', message: '"many" is no number.' }]
    const answered = shelf({ importCsv: () => ({ added: 0, changed: 0, unchanged: 0, errors }) })

    const { exitCode, out, error } = await runLine(['products', 'import', 'p.csv'], {
      answered,
      files: { 'p.csv': CSV },
    })

    expect(exitCode).toBe(2)
    expect(out).toBe('')
    expect(error).toBe('Nothing was imported.\nRow 2, stock: "many" is no number.\n')
  })
})

describe('products export', () => {
  it('is a CSV for people and a document with --json', async () => {
    const text = await runLine(['products', 'export'], { answered: shelf() })
    const json = await runLine(['products', 'export', '--json'], { answered: shelf() })

    expect(text.out).toBe(CSV)
    expect(JSON.parse(json.out)).toEqual([product])
  })

  it('needs This PC, and its label where there are two', async () => {
    const none = await runLine(['products', 'export'], { answered: { ...shelf(), backOffices: { list: () => [] } } })
    const two = { list: () => [aBackOfficeView(), aBackOfficeView({ id: 3, label: 'Cellar' })] }
    const unsaid = await runLine(['products', 'export'], { answered: { ...shelf(), backOffices: two } })
    const said = await runLine(['products', 'export', '--back-office', 'Cellar'], {
      answered: { ...shelf(), backOffices: two },
    })

    expect(none).toMatchObject({ exitCode: 2, error: expect.stringContaining('This PC is not among') })
    expect(unsaid).toMatchObject({ exitCode: 2, error: expect.stringContaining('(This PC, Cellar)') })
    expect(said.asked).toContainEqual(['products:exportCsv', { backOfficeId: 3 }])
  })
})
