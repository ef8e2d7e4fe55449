import { describe, expect, it } from 'vitest'
import { rakutenAnswering, responseWith, sample } from '../../../helpers/rakuten-answering.ts'

const reportOf = async (...bodies: readonly (Buffer | string)[]) =>
  (await rakutenAnswering(bodies)).marketplace.readStockReport('30000001')

describe('readStockReport', () => {
  it('tells each SKU’s outcome once the file is done', async () => {
    expect(await reportOf(sample('genericimportreport-done'))).toEqual({
      state: 'done',
      message: 'Traité',
      lines: [
        { sku: 'SKU-TASSE-BLEUE', ok: true, message: '' },
        {
          sku: 'SKU-INCONNU',
          ok: false,
          message: 'alias 60 Alias obligatoire pour créer un produit (libellé reformulé).',
        },
      ],
    })
  })

  it('reads all pages', async () => {
    const { marketplace, received } = await rakutenAnswering([
      sample('genericimportreport-page1'),
      sample('genericimportreport-page2'),
    ])

    const { lines } = await marketplace.readStockReport('30000001')

    expect(lines.map(({ sku, ok }) => [sku, ok])).toEqual([
      ['SKU-TASSE-BLEUE', true],
      ['SKU-INCONNU', false],
    ])
    expect(received.map(({ url }) => [url.searchParams.get('fileid'), url.searchParams.get('nexttoken')])).toEqual([
      ['30000001', null],
      ['30000001', '92000000001'],
    ])
  })

  it.each([
    ['genericimportreport-received', 'pending'],
    ['genericimportreport-in-progress', 'pending'],
    ['genericimportreport-identical', 'identical'],
  ])('takes %s for %s', async (name, state) => {
    expect(await reportOf(sample(name))).toMatchObject({ state, lines: [] })
  })

  it.each([
    ['Reçu', 'pending'],
    ['En attente', 'pending'],
    ['M.à.j. en cours', 'pending'],
    ['Un mot nouveau', 'pending'],
    ['Annulé', 'failed'],
    ['Erreur', 'failed'],
    ['Aucune ligne n’a été chargée', 'failed'],
    ["Aucune ligne n'a ete chargee", 'failed'],
    ['traité', 'done'],
  ])('takes the word “%s” for %s', async (status, state) => {
    expect(await reportOf(responseWith(`<file><status>${status}</status></file>`))).toMatchObject({
      state,
      message: status,
    })
  })

  it('takes a file of which every line failed and none is named for a failed one', async () => {
    const file = '<file><status>Traité</status><totallines>9</totallines><errorlines>9</errorlines></file>'

    expect(await reportOf(responseWith(file))).toMatchObject({ state: 'failed' })
  })

  it('cannot read a report without its file', async () => {
    await expect(reportOf(responseWith('<nexttoken/>'))).rejects.toMatchObject({ kind: 'unreadable' })
  })
})
