import { describe, expect, it } from 'vitest'
import type { PracticeAccount } from '../../../../../src/main/practice/rakuten-france/index.ts'
import { ask, codeOf, textsOf } from '../ask.ts'
import { withAdverts } from '../practice.ts'

describe('import', () => {
  const csv = (account: PracticeAccount, content: string, params = {}) =>
    ask(account, 'import', { profileid: '1', mappingalias: 'PRICEQUANTITY', ...params }, { name: 'stock.csv', content })

  it('takes rows of SKU, price and quantity', async () => {
    const account = await withAdverts({ importDuration: 0 })

    const answer = await csv(account, 'MUG;13.90;5\nGHOST;1.00;1\n')
    const processed = await ask(account, 'importreport', { fileid: textsOf(answer, 'importid')[0] ?? '' })

    expect(account.world.inventory()[0]).toMatchObject({ sku: 'MUG', stock: 5, priceCents: 1390 })
    expect(textsOf(processed, 'processstatus')).toEqual(['PROCESSED'])
    expect(textsOf(processed, 'data')).toEqual(['GHOST;1.00;1'])
  })

  it('knows one mapping', async () => {
    const account = await withAdverts()

    const answer = await csv(account, 'MUG;13.90;5\n', { mappingalias: 'FULLADVERT' })

    expect(codeOf(answer)).toBe('ParameterError')
  })
})
