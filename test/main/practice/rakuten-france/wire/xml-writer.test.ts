import { describe, expect, it } from 'vitest'
import { ask } from '../ask.ts'
import { bought, practiceAccount } from '../practice.ts'
import { xmlTree } from '../xml-tree.ts'

describe('the bytes of an answer', () => {
  it('are ISO-8859-1, and say so twice', async () => {
    const account = await practiceAccount()
    bought(account)

    const { bytes, text, type } = await ask(account, 'getnewsales')

    expect(type).toBe('text/xml;charset=ISO-8859-1')
    expect(text).toMatch(/^<\?xml version="1.0" encoding="ISO-8859-1"\?>/)
    expect(bytes.includes(Buffer.from('Zo\xe9', 'latin1'))).toBe(true)
    expect(bytes.includes(Buffer.from('Zoé', 'utf8'))).toBe(false)
  })

  it('carry what ISO-8859-1 cannot: windows-1252 as it is, the rest as references', async () => {
    const account = await practiceAccount()
    bought(account, 1, {
      buyer: { lastName: 'D’Œuvre', firstName: 'Łucja', city: 'Fish & <Chips>', address1: 'a]]>b' },
    })

    const answer = await ask(account, 'getnewsales')

    expect(answer.bytes.includes(Buffer.from([0x44, 0x92, 0x8c, 0x75]))).toBe(true)
    expect(answer.text).toContain('<firstname>&#321;ucja</firstname>')
    expect(xmlTree(answer.text).map((line) => line.trim())).toEqual(
      expect.arrayContaining([
        'lastname: CDATA(D’Œuvre)',
        'firstname: Łucja',
        'city: CDATA(Fish & <Chips>)',
        'address1: a]]>b',
      ]),
    )
  })

  it('are written as the account is set: bare, padded, in UTF-8', async () => {
    const account = await practiceAccount({ style: { declaration: false, namespaces: false } })
    bought(account)

    const bare = await ask(account, 'getnewsales')
    account.style = { declaration: true, namespaces: true, paddedCdata: true, encoding: 'UTF-8' }
    const padded = await ask(account, 'getnewsales')

    expect(bare.text).toMatch(/^<getnewsalesresult>/)
    expect(padded.type).toBe('text/xml;charset=UTF-8')
    expect(padded.bytes.toString('utf8')).toMatch(/<firstname><!\[CDATA\[\s+Zoé\s+\]\]><\/firstname>/)
  })

  it('bear the time of the account, not of this computer', async () => {
    const account = await practiceAccount()
    account.world.clock.set('2030-06-01T10:00:00Z')

    const { date } = await ask(account, 'getnewsales')

    expect(date).toBe('Sat, 01 Jun 2030 10:00:00 GMT')
  })
})
