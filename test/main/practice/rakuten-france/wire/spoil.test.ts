import { describe, expect, it } from 'vitest'
import type { FaultKind } from '../../../../../src/main/practice/rakuten-france/faults.ts'
import { ask, textsOf } from '../ask.ts'
import { bought, practiceAccount } from '../practice.ts'
import { xmlTree } from '../xml-tree.ts'

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
