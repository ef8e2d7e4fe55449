import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { clockByHand } from '../../../helpers/clock-by-hand.ts'
import { errorWith, rakutenAnswering, responseWith, sample } from '../../../helpers/rakuten-answering.ts'
import { recordsInMemory } from '../../../helpers/records-in-memory.ts'

const cut = sample('getnewsales-multi').subarray(0, 4000)

describe('an answer that cannot be trusted', () => {
  it.each([
    ['cut', cut, 'damaged data'],
    ['empty', '', 'nothing at all'],
    ['blank', ' \r\n', 'nothing at all'],
    ['a web page', '<!DOCTYPE html><html><body>Maintenance</body></html>', 'a web page instead of data'],
    [
      'a tidy web page',
      '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Maintenance</p></body></html>',
      'a web page instead of data',
    ],
    ['plain words', 'Service unavailable', 'damaged data'],
    ['JSON', '{"sales":[]}', 'damaged data'],
    ['XML of somebody else', '<rss><channel/></rss>', 'damaged data'],
    [
      'in a wrong encoding',
      Buffer.from('<?xml version="1.0" encoding="UTF-8"?><a><response>\xE9</response></a>', 'latin1'),
      'data in a wrong encoding',
    ],
    ['with a document type', '<!DOCTYPE a [<!ENTITY e "x">]><a><response>&e;</response></a>', 'damaged data'],
  ])('is unreadable: %s', async (_, body, what) => {
    const { marketplace } = await rakutenAnswering([body], { status: 503 })

    await expect(marketplace.listNewSales()).rejects.toMatchObject({
      kind: 'unreadable',
      message: `Rakuten answered “getnewsales” with ${what} (HTTP 503).`,
    })
  })

  it('is asked for once more after a second when the call only reads', async () => {
    const { marketplace, received, clock } = await rakutenAnswering([cut, sample('getnewsales-single')])

    expect(await marketplace.listNewSales()).toHaveLength(1)
    expect(received).toHaveLength(2)
    expect(clock.slept).toEqual([1000])
  })
})

describe('an answer that can', () => {
  it('may have no declaration, no namespace, control characters, and any root', async () => {
    const text = `<whatever><response><sales>${'<!-- -->'}</sales></response></whatever>`
    const { marketplace } = await rakutenAnswering([`${text.slice(0, -20)}\b\u0001${text.slice(-20)}`])

    expect(await marketplace.listNewSales()).toEqual([])
  })

  it('may be big, and keeps each sale’s own text', async () => {
    const whole = sample('getnewsales-single').toString('latin1')
    const [sale = ''] = /<sale>[\s\S]*<\/sale>/.exec(whole) ?? []
    const many = Array.from({ length: 500 }, (_, n) =>
      sale.replace('800000101', String(810000000 + n)).replace('500000101', String(510000000 + n)),
    )
    const { marketplace } = await rakutenAnswering([Buffer.from(whole.replace(sale, many.join('')), 'latin1')])

    const sales = await marketplace.listNewSales()

    expect(sales).toHaveLength(500)
    expect(sales[499]).toMatchObject({ reference: '810000499', items: [{ itemId: '510000499' }] })
    expect(sales[499]?.raw).toMatch(/^<sale>\s*<purchaseid>810000499</)
  })
})

describe('gates', () => {
  it('stay closed over a restart, for the family of calls that used up its allowance', async () => {
    const records = recordsInMemory()
    const clock = clockByHand('2026-01-12T09:17:00.000Z')
    const before = await rakutenAnswering([sample('error-quota')], { records, clock })
    await expect(before.marketplace.listNewSales()).rejects.toMatchObject({ kind: 'quota' })
    const after = await rakutenAnswering([sample('getnewsales-empty'), sample('export-page2')], { records, clock })

    await expect(after.marketplace.acceptItem('1')).rejects.toMatchObject({
      kind: 'quota',
      outcome: 'not-done',
      retryAt: '2026-01-12T10:00:00.000Z',
    })
    expect(after.received).toHaveLength(0)
    clock.set('2026-01-12T10:00:00.000Z')

    expect(await after.marketplace.listNewSales()).toEqual([])
    expect(await after.marketplace.readInventory()).toHaveLength(1)
  })

  it('close when somebody in front of Rakuten asks for fewer calls', async () => {
    const { marketplace, received, clock } = await rakutenAnswering(['Too many requests'], {
      status: 429,
      headers: { 'retry-after': '120' },
    })
    const busy = { kind: 'busy', retryAt: new Date(clock.now() + 120_000).toISOString() }

    await expect(marketplace.listNewSales()).rejects.toMatchObject(busy)
    await expect(marketplace.listNewSales()).rejects.toMatchObject(busy)

    expect(received).toHaveLength(1)
  })
})

describe('the seller’s own limit of calls', () => {
  it('ends the calls of an hour, restarts included, and starts afresh with the next', async () => {
    const records = recordsInMemory()
    const clock = clockByHand('2026-01-12T09:59:00.000Z')
    const setting = { records, clock, callsPerHour: '2' }
    const before = await rakutenAnswering([sample('getnewsales-empty')], setting)
    await before.marketplace.listNewSales()
    const after = await rakutenAnswering([sample('getnewsales-empty')], setting)
    await after.marketplace.listNewSales()

    await expect(after.marketplace.listNewSales()).rejects.toMatchObject({
      kind: 'quota',
      retryAt: '2026-01-12T10:00:00.000Z',
    })
    clock.set('2026-01-12T10:00:00.000Z')

    expect(await after.marketplace.listNewSales()).toEqual([])
    expect(after.received).toHaveLength(2)
  })
})

describe('the token', () => {
  it('stays out of faults and raw texts even when an answer quotes it', async () => {
    const quoted = 'no right for /sales_ws?pwd=t0ken%2B%C3%A9'
    const refused = await rakutenAnswering([errorWith([quoted])])
    const damaged = await rakutenAnswering([`<a>${quoted}&t0ken+é;</a>`])
    const sold = await rakutenAnswering([
      responseWith(
        `<sales><sale><!-- ${quoted} --><purchaseid>1</purchaseid><purchasedate>12/01/2026-10:00</purchasedate><deliveryinformation/>
        <items><item><itemid>1</itemid><price><amount>1</amount><currency>EUR</currency></price></item></items></sale></sales>`,
      ),
    ])

    const seen = [
      await refused.marketplace.listNewSales().catch((fault: unknown) => fault),
      await damaged.marketplace.listNewSales().catch((fault: unknown) => fault),
      await sold.marketplace.listNewSales(),
    ]

    const text = inspect(seen, { depth: 20, showHidden: true })
    expect(text).toContain('pwd=••••')
    expect(text).not.toContain('t0ken')
  })
})
