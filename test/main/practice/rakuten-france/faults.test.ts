import { describe, expect, it, vi } from 'vitest'
import { createFaults, FAULT_KINDS, type FaultKind } from '../../../../src/main/practice/rakuten-france/faults.ts'
import type { PracticeAccount } from '../../../../src/main/practice/rakuten-france/index.ts'
import { ask, codeOf, detailsOf, textsOf } from './ask.ts'
import { accepted, bought, practiceAccount, shippingFile, stockFile } from './practice.ts'
import { xmlTree } from './xml-tree.ts'

const france = { shippingfromcountry: '249' }
const accept = (account: PracticeAccount, itemid: string) => ask(account, 'acceptsale', { itemid, ...france })

describe('a fault rule', () => {
  it('touches the calls from its first on, as often as it says, and only those of its action', () => {
    const faults = createFaults()
    faults.add({ kind: 'empty', action: 'getnewsales', at: 2, times: 2 })

    const touched = ['getnewsales', 'export', 'getnewsales', 'getnewsales', 'getnewsales'].map(
      (action) => faults.touching(action).length,
    )

    expect(touched).toEqual([0, 0, 1, 1, 0])
    expect(faults.list()).toEqual([])
  })

  it('can stay until it is removed', () => {
    const faults = createFaults()
    const id = faults.add({ kind: 'empty', times: 'always' })
    faults.add({ kind: 'slow', times: 'always' })

    const before = [faults.touching('export').length, faults.touching('import').length]
    faults.remove(id)
    const after = faults.touching('export').map(({ kind }) => kind)
    faults.clear()

    expect(before).toEqual([2, 2])
    expect(after).toEqual(['slow'])
    expect(faults.touching('export')).toEqual([])
  })

  it('is refused when it means nothing', () => {
    const faults = createFaults()
    // As it might arrive from a script that nobody type-checks.
    const unknown = 'meteor' as FaultKind

    expect(() => faults.add({ kind: unknown })).toThrow('meteor')
    expect(() => faults.add({ kind: 'empty', times: 0 })).toThrow('1 or more')
    expect(() => faults.add({ kind: 'empty', at: 0 })).toThrow('1 or more')
  })
})

describe('an answer in the place of the true one', () => {
  it.each<[FaultKind, number, RegExp]>([
    ['html-503', 503, /^<!DOCTYPE html>/],
    ['html-200', 200, /^<!DOCTYPE html>/],
    ['empty', 200, /^$/],
    ['outage', 200, /<message>Service unavailable</],
    ['quota', 200, /<message>Quota exceeded\.</],
  ])('%s: nothing has happened, and the next call is answered', async (kind, status, body) => {
    const account = await practiceAccount()
    const { itemId } = bought(account)
    account.faults.add({ kind })

    const touched = await accept(account, itemId)
    const state = account.ledger().items[itemId]?.state
    const next = await accept(account, itemId)

    expect(touched.status).toBe(status)
    expect(touched.text).toMatch(body)
    expect([state, codeOf(next)]).toEqual(['to-decide', 'ok'])
  })

  it.each<FaultKind>(['html-503', 'html-200', 'empty', 'outage'])('%s: or everything has happened', async (kind) => {
    const account = await practiceAccount()
    const { itemId } = bought(account)
    account.faults.add({ kind, processed: true })

    const answer = await accept(account, itemId)

    expect(answer.text).not.toContain('Accepted')
    expect(account.ledger().items[itemId]).toMatchObject({ state: 'accepted', accepted: 1 })
  })

  it('drops the connection before anything has happened', async () => {
    const account = await practiceAccount()
    const { itemId } = bought(account)
    account.faults.add({ kind: 'drop-before' })

    await expect(accept(account, itemId)).rejects.toThrow()

    expect(account.ledger().items[itemId]?.state).toBe('to-decide')
    expect(account.calls).toMatchObject([{ action: 'acceptsale', status: 0, outcome: 'not processed' }])
  })

  it('drops the connection after everything has happened', async () => {
    const account = await practiceAccount()
    const { itemId } = bought(account)
    account.faults.add({ kind: 'drop-after' })

    await expect(accept(account, itemId)).rejects.toThrow()

    expect(account.ledger().items[itemId]).toMatchObject({ state: 'accepted', accepted: 1 })
    expect(account.calls).toMatchObject([{ status: 0, outcome: 'ok', faults: ['drop-after'] }])
  })

  it('lets the caller wait, the deed being done', async () => {
    const account = await practiceAccount()
    const { itemId } = bought(account)
    account.faults.add({ kind: 'slow', delayMs: 60_000 })

    const answer = accept(account, itemId).catch(() => 'gave up')
    await vi.waitFor(() => expect(account.ledger().items[itemId]?.state).toBe('accepted'))
    await account.close()

    expect(await answer).toBe('gave up')
  })
})

describe('an answer that is spoilt', () => {
  const sales = async (kind: FaultKind, more = {}) => {
    const account = await practiceAccount()
    bought(account)
    account.faults.add({ kind, ...more })
    return ask(account, 'getnewsales')
  }

  it('breaks off', async () => {
    const answer = await sales('truncated')

    expect(answer.text).toMatch(/^<\?xml/)
    expect(() => xmlTree(answer.text)).toThrow('unclosed')
  })

  it('holds characters that XML forbids, and is whole without them', async () => {
    const answer = await sales('control-characters')

    expect(() => xmlTree(answer.text)).toThrow('disallowed character')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters in question
    expect(textsOf({ ...answer, text: answer.text.replace(/[\u0008\u001f]/g, '') }, 'itemstatus')).toEqual([
      'TO_CONFIRM',
    ])
  })

  it('grows as large as it is told to and stays well-formed', async () => {
    const answer = await sales('oversized', { bytes: 200_000 })

    expect(answer.bytes.length).toBeGreaterThanOrEqual(200_000)
    expect(() => xmlTree(answer.text)).not.toThrow()
  })

  it('declares entities and uses one', async () => {
    const answer = await sales('doctype')

    expect(answer.text).toContain('<!DOCTYPE getnewsalesresult [<!ENTITY')
    expect(answer.text).toContain('<lastversion>&c;')
  })

  it('says UTF-8 of bytes that are not', async () => {
    const answer = await sales('wrong-encoding')

    expect(answer.text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"/)
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(answer.bytes)).toThrow()
  })

  it('says ISO-8859-1 of bytes that are UTF-8', async () => {
    const answer = await sales('double-encoded')

    expect(answer.text).toMatch(/^<\?xml version="1.0" encoding="ISO-8859-1"/)
    expect(answer.text).toContain('ZoÃ©')
    expect(answer.type).toBe('text/xml;charset=ISO-8859-1')
  })
})

describe('a world that moves in between', () => {
  it('lets the buyer cancel between poll and accept: one item, or the whole purchase', async () => {
    const account = await practiceAccount()
    const [one, whole] = [bought(account, 2), bought(account, 2)]
    account.faults.add({ kind: 'buyer-cancels' })
    await ask(account, 'getnewsales')

    const first = await accept(account, one.itemId)
    account.faults.add({ kind: 'buyer-cancels', wholePurchase: true })
    const second = await accept(account, whole.itemId)

    expect([first, second].map(detailsOf)).toEqual([
      ['Current status : EMPTIED - Required status : REQUESTED'],
      ['Current status : EMPTIED - Required status : REQUESTED'],
    ])
    const { items } = account.ledger()
    expect(one.itemIds.map((id) => items[id]?.state)).toEqual(['cancelled', 'to-decide'])
    expect(whole.itemIds.map((id) => items[id]?.state)).toEqual(['cancelled', 'cancelled'])
  })

  it('resets the token under the caller', async () => {
    const account = await practiceAccount()
    const old = account.token
    account.faults.add({ kind: 'token-reset', at: 2 })

    const answers = [1, 2, 3].map(() => ask(account, 'getnewsales', { pwd: old }))
    const codes = (await Promise.all(answers)).map(codeOf)

    expect(codes).toEqual(['ok', 'InvalidUserConnection', 'InvalidUserConnection'])
    expect(codeOf(await ask(account, 'getnewsales'))).toBe('ok')
  })

  it('fails on every second item of a purchase until the fault is gone', async () => {
    const account = await practiceAccount()
    const { itemIds } = bought(account, 3)
    const fault = account.faults.add({ kind: 'half-accept' })

    const codes: string[] = []
    for (const itemId of itemIds) codes.push(codeOf(await accept(account, itemId)))
    account.faults.remove(fault)
    const later = await accept(account, itemIds[1] ?? '')

    expect(codes).toEqual(['ok', 'Unknown error', 'ok'])
    expect(codeOf(later)).toBe('ok')
  })

  it('refuses every second item of a shipping file and keeps the others', async () => {
    const account = await practiceAccount()
    const { purchaseId, itemIds } = accepted(account, 3)
    account.faults.add({ kind: 'half-shipping-file' })

    const file = shippingFile(...itemIds.map((itemId) => ({ purchaseId, itemId })))
    const answer = await ask(account, 'importitemshippingstatus', {}, file)

    expect(detailsOf(answer)).toEqual([`Article ${itemIds[1]} : statut incorrect.`])
    expect(itemIds.map((id) => account.ledger().items[id]?.shipped)).toEqual([true, false, true])
  })

  it('fails every second line of a stock file, or all of it without naming one', async () => {
    const account = await practiceAccount({ importDuration: 0 })
    account.world.setInventory(['A', 'B'].map((sku) => ({ sku, title: sku, priceCents: 100, stock: 1 })))
    account.faults.add({ kind: 'half-stock-file' })
    account.faults.add({ kind: 'stock-file-rejected', at: 2 })
    const reportOf = async (quantity: string) => {
      const file = stockFile(['A', '1.00', quantity], ['B', '1.00', quantity])
      const [fileid = ''] = textsOf(await ask(account, 'genericimportfile', {}, file), 'importid')
      return ask(account, 'genericimportreport', { fileid })
    }

    const half = await reportOf('5')
    const rejected = await reportOf('6')

    expect([textsOf(half, 'errorlines'), textsOf(half, 'sku')]).toEqual([['1'], ['A', 'B']])
    expect([textsOf(rejected, 'errorlines'), textsOf(rejected, 'sku')]).toEqual([['2'], []])
    expect(account.world.inventory().map(({ stock }) => stock)).toEqual([5, 1])
  })
})

describe('the kinds of fault', () => {
  it.each(Object.keys(FAULT_KINDS))('%s can be ordered from another process, and taken back', async (kind) => {
    const account = await practiceAccount()
    const order = (name: string, body: object) =>
      fetch(`${account.baseUrl}/practice/${name}`, { method: 'POST', body: JSON.stringify(body) })

    const added = await order('faults', { kind })
    const kinds = account.faults.list().map((rule) => rule.kind)
    await order('remove-fault', await added.json())

    expect(kinds).toEqual([kind])
    expect(account.faults.list()).toEqual([])
  })
})
