import { describe, expect, it } from 'vitest'
import type { PracticeAccount } from '../../../../../src/main/practice/rakuten-france/index.ts'
import { ask, codeOf, textsOf } from '../ask.ts'
import { stockFile, withAdverts } from '../practice.ts'

const HOUR = 3_600_000

type File = { readonly name: string; readonly content: string }

const upload = async (account: PracticeAccount, file: File, params = {}): Promise<string> =>
  textsOf(await ask(account, 'genericimportfile', params, file), 'importid')[0] ?? ''

const report = (account: PracticeAccount, fileid: string, params = {}) =>
  ask(account, 'genericimportreport', { fileid, ...params })

describe('genericimportfile', () => {
  it('is received at once and processed in its own time: nothing changes before', async () => {
    const account = await withAdverts({ importDuration: 100_000 })
    const fileId = await upload(account, stockFile(['MUG', '14.90', '3']))
    const seen: unknown[] = []

    for (const elapsed of [0, 10_000, 20_000, 100_000]) {
      account.world.clock.set(Date.parse('2026-01-12T12:00:00+01:00') + elapsed)
      const [stock] = account.world.inventory().map((advert) => advert.stock)
      seen.push([textsOf(await report(account, fileId), 'status')[0], stock])
    }

    expect(seen).toEqual([
      ['Reçu', 7],
      ['En attente', 7],
      ['M.à.j. en cours', 7],
      ['Traité', 3],
    ])
  })

  it('takes good lines over and says what is wrong with the others', async () => {
    const account = await withAdverts({ importDuration: 0 })

    const fileId = await upload(
      account,
      stockFile(
        ['MUG', '14.90', '0'],
        ['GHOST', '9.90', '1'],
        ['LAMP', '45,00', '1'],
        ['LAMP', '0.00', '1'],
        ['LAMP', '45.00', '-1'],
        ['LAMP', '45.00', '1000'],
        ['LAMP', '', '1'],
        ['LAMP', '45.00', ''],
        ['', '45.00', '1'],
      ),
    )

    const answer = await report(account, fileId)
    expect(textsOf(answer, 'error_key')).toEqual([
      ...['alias', 'sellingPrice', 'sellingPrice', 'qty', 'qty', 'sellingPrice', 'qty', 'sellerReference'],
    ])
    expect(textsOf(answer, 'error_code')[0]).toBe('60')
    expect(textsOf(answer, 'processedlines')).toEqual(['1'])
    expect(account.ledger().skus).toMatchObject({ MUG: { lastTold: 0, stock: 0 }, LAMP: { lastTold: null, stock: 2 } })
  })

  it('ignores the bytes of the file before, and takes them again after another file', async () => {
    const account = await withAdverts({ importDuration: 0 })
    const [one, other] = [stockFile(['MUG', '14.90', '3']), stockFile(['MUG', '14.90', '4'])]

    const ids = [
      await upload(account, one),
      await upload(account, one),
      await upload(account, other),
      await upload(account, one),
    ]

    const ends = await Promise.all(ids.map(async (id) => textsOf(await report(account, id), 'status')[0]))
    expect(ends).toEqual(['Traité', 'Fichier précédent identique, pas de traitement', 'Traité', 'Traité'])
    expect(account.ledger().skus['MUG']?.told.map(({ quantity }) => quantity)).toEqual([3, 4, 3])
  })

  it.each([
    ['is cut short', '<?xml version="1.0" encoding="UTF-8"?>\n<items><item>'],
    ['begins with a byte order mark', `\uFEFF${stockFile(['MUG', '14.90', '3']).content}`],
    ['has no declaration', '<items><item/></items>'],
    ['says an encoding that is not taken', '<?xml version="1.0" encoding="windows-1252"?><items><item/></items>'],
    ['declares a document type', '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE items><items><item/></items>'],
    ['is a CSV', 'MUG;14.90;3\n'],
    ['has another root', '<?xml version="1.0" encoding="UTF-8"?>\n<adverts/>'],
    ['has an undefined entity', '<?xml version="1.0" encoding="UTF-8"?>\n<items>&eacute;</items>'],
  ])('loads no line of a file that %s, though it says OK', async (_, content) => {
    const account = await withAdverts({ importDuration: 0 })

    const fileId = await upload(account, { name: 'stock.xml', content })

    const answer = await report(account, fileId)
    expect(textsOf(answer, 'status')).toEqual(['Aucune ligne n’a été chargée'])
    expect(answer.bytes.includes(Buffer.from([0x6e, 0x92, 0x61]))).toBe(true)
    expect(account.world.inventory().map(({ stock }) => stock)).toEqual([7, 2])
  })

  it('compares a file with the last of its kind, whatever CSV came between', async () => {
    const account = await withAdverts({ importDuration: 0 })
    const file = stockFile(['MUG', '14.90', '3'])
    await upload(account, file)
    await ask(
      account,
      'import',
      { profileid: '1', mappingalias: 'PRICEQUANTITY' },
      { name: 'a.csv', content: 'MUG;1;1' },
    )

    const fileId = await upload(account, file)

    expect(textsOf(await report(account, fileId), 'status')).toEqual(['Fichier précédent identique, pas de traitement'])
  })

  it('puts an advert on a known product page only with its condition', async () => {
    const account = await withAdverts({ importDuration: 0 })
    const product = '<product><attribute><key>codebarres</key><value>3760000000017</value></attribute></product>'
    const { content } = stockFile(['MUG-2', '14.90', '3'])
    const withoutState = content.replace('<advert>', `${product}<advert>`)
    const withState = withoutState.replace(
      '<advert>',
      '<advert><attribute><key>state</key><value>0</value></attribute>',
    )

    const refused = await upload(account, { name: 'a.xml', content: withoutState })
    const taken = await upload(account, { name: 'b.xml', content: withState })

    expect(textsOf(await report(account, refused), 'error_code')).toEqual(['60'])
    expect(textsOf(await report(account, taken), 'error_code')).toEqual([])
    expect(account.world.inventory().at(-1)).toMatchObject({ sku: 'MUG-2', stock: 3, title: 'Mug' })
  })

  it('purges nothing with a file that was rejected', async () => {
    const account = await withAdverts({ importDuration: 0 })
    account.faults.add({ kind: 'stock-file-rejected' })

    await upload(account, stockFile(['MUG', '14.90', '1']), { purgeandreplace: 'true' })

    expect(account.world.inventory().map(({ stock }) => stock)).toEqual([7, 2])
  })

  it('takes no file above 30 MB', async () => {
    const account = await withAdverts()
    const content = `<?xml version="1.0" encoding="UTF-8"?>\n<items>${' '.repeat(30 * 1024 * 1024)}</items>`

    const answer = await ask(account, 'genericimportfile', {}, { name: 'stock.xml', content })

    expect(codeOf(answer)).toBe('ServerError')
  })

  it('replaces everything once a day', async () => {
    const account = await withAdverts({ importDuration: 0 })
    const purge = (quantity: string) =>
      ask(account, 'genericimportfile', { purgeandreplace: 'true' }, stockFile(['MUG', '14.90', quantity]))

    const first = await purge('1')
    const second = await purge('2')
    const inventory = account.world.inventory().map(({ sku, stock }) => [sku, stock])
    account.world.clock.advance(24 * HOUR)
    const nextDay = await purge('3')

    expect([codeOf(first), codeOf(second), codeOf(nextDay)]).toEqual(['ok', 'ServerError', 'ok'])
    expect(inventory).toEqual([['MUG', 1]])
  })

  it('takes ten files an hour', async () => {
    const account = await withAdverts()
    for (let count = 0; count < 10; count += 1) await upload(account, stockFile(['MUG', '14.90', String(count)]))

    const eleventh = await ask(account, 'genericimportfile', {}, stockFile(['MUG', '14.90', '99']))
    account.world.clock.advance(HOUR)
    const later = await ask(account, 'genericimportfile', {}, stockFile(['MUG', '14.90', '99']))

    expect(textsOf(eleventh, 'message')).toEqual(['Quota exceeded.'])
    expect(codeOf(later)).toBe('ok')
  })

  it('hands the report out in pages', async () => {
    const account = await withAdverts({ importDuration: 0, pageSize: 2 })
    const fileId = await upload(account, stockFile(['MUG', '1.00', '1'], ['LAMP', '1.00', '1'], ['GHOST', '1.00', '1']))

    const first = await report(account, fileId)
    const [, token = ''] = textsOf(first, 'nexttoken')
    const second = await report(account, fileId, { nexttoken: token })

    expect([first, second].flatMap((page) => textsOf(page, 'sku'))).toEqual(['MUG', 'LAMP', 'GHOST'])
    expect(textsOf(second, 'nexttoken').at(-1)).toBe('')
  })

  it('knows no report of a file that was never sent', async () => {
    const account = await withAdverts()

    const answer = await report(account, '1')

    expect(codeOf(answer)).toBe('ParameterError')
  })
})
