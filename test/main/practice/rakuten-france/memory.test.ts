import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { describe, expect, it, onTestFinished } from 'vitest'
import { memoryInFile } from '../../../../src/main/practice/rakuten-france/index.ts'
import { ask, codeOf, textsOf } from './ask.ts'
import { accepted, bought, practiceAccount, stockFile } from './practice.ts'

const aStateFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'practice-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'deep', 'state')
}

describe('an account with a memory of its own', () => {
  it('goes on where it was: sales, inventory, files and numbers', async () => {
    const memory = memoryInFile(aStateFile())
    const before = await practiceAccount({ memory })
    before.world.setInventory([{ sku: 'MUG', title: 'Mug', priceCents: 1490, stock: 7 }])
    const waiting = bought(before)
    const open = accepted(before)
    const [importId] = textsOf(await ask(before, 'genericimportfile', {}, stockFile(['MUG', '14.90', '2'])), 'importid')
    await before.close()

    const after = await practiceAccount({ memory })
    after.world.clock.advance(130_000)

    const next = bought(after)
    expect(textsOf(await ask(after, 'getnewsales'), 'purchaseid')).toEqual([waiting.purchaseId, next.purchaseId])
    expect(textsOf(await ask(after, 'getcurrentsales'), 'purchaseid')).toEqual([open.purchaseId])
    expect(textsOf(await ask(after, 'genericimportreport', { fileid: importId ?? '' }), 'status')[0]).toBe('Traité')
    expect(after.world.inventory()).toMatchObject([{ sku: 'MUG', stock: 2 }])
  })

  it('has written down what a call did before the next one, so that it can be killed', async () => {
    const memory = memoryInFile(aStateFile())
    const account = await practiceAccount({ memory })
    const { itemId } = bought(account)
    await ask(account, 'acceptsale', { itemid: itemId, shippingfromcountry: '249' })
    await ask(account, 'getnewsales')

    const killed = await practiceAccount({ memory })

    const again = await ask(killed, 'acceptsale', { itemid: itemId, shippingfromcountry: '249' })
    expect(codeOf(again)).toBe('ParameterError')
    expect(killed.ledger().items[itemId]?.state).toBe('accepted')
  })

  it('keeps no token, and forgets a deadline no more than before', async () => {
    const stateFile = aStateFile()
    const memory = memoryInFile(stateFile)
    const before = await practiceAccount({ memory, token: 'tres-secret' })
    const { itemId } = bought(before)
    await before.close()

    const after = await practiceAccount({ memory, token: 'autre' })
    after.world.clock.set('2026-01-16T00:00:00+01:00')

    expect(readFileSync(stateFile).includes('tres-secret')).toBe(false)
    expect(after.ledger().items[itemId]?.state).toBe('expired')
  })

  it('begins anew when the file has another shape', async () => {
    const stateFile = aStateFile()
    const memory = memoryInFile(stateFile)
    await (await practiceAccount({ memory })).close()
    writeFileSync(stateFile, serialize({ shape: 0, memory: { purchases: 'none' } }))

    const account = await practiceAccount({ memory })

    expect(codeOf(await ask(account, 'getnewsales'))).toBe('ok')
    expect(account.world.inventory()).toEqual([])
  })

  it('begins anew when the file cannot be read', async () => {
    const stateFile = aStateFile()
    const memory = memoryInFile(stateFile)
    await (await practiceAccount({ memory })).close()
    writeFileSync(stateFile, 'spilt coffee')

    const account = await practiceAccount({ memory })

    expect(textsOf(await ask(account, 'getnewsales'), 'purchaseid')).toEqual([])
  })
})
