import { describe, expect, it } from 'vitest'
import { readXml } from '../../../../src/main/connectors/http/read-xml.ts'
import type { Received } from '../../../helpers/loopback-server.ts'
import { errorWith, rakutenAnswering, sample } from '../../../helpers/rakuten-answering.ts'

const tracking = {
  carrier: 'Colissimo',
  trackingNumber: '6A00000000011',
  trackingUrl: 'https://laposte.example/?a=1&b=2',
}

const fileOf = async ({ headers, body }: Received): Promise<string> => {
  const form = await new Response(Uint8Array.from(body), {
    headers: { 'content-type': String(headers['content-type']) },
  }).formData()
  const file = form.get('file') as File // the part the specification names
  return file.text()
}

describe('sendTracking', () => {
  it('uploads one file, in UTF-8 without a mark, with carrier, number and link of each item', async () => {
    const { marketplace, received } = await rakutenAnswering([sample('importitemshippingstatus-ok')])

    const outcomes = await marketplace.sendTracking('800000101', [
      { itemId: '500000101', tracking: { ...tracking, carrier: 'Mondial Relay prépayé' } },
      { itemId: '500000102', tracking: null },
    ])

    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['sent', 'sent'])
    expect(received.map(({ method, url }) => [method, url.pathname, url.searchParams.get('action')])).toEqual([
      ['POST', '/sales_ws', 'importitemshippingstatus'],
    ])
    const [call] = received
    const file = call === undefined ? '' : await fileOf(call)
    expect(file.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true)
    const lines = readXml(file)
      .all('item')
      .map((item) => item.children.map(({ name, value }) => `${name}=${value}`))
    expect(lines).toEqual([
      [
        'purchaseid=800000101',
        'itemid=500000101',
        'transporter=Mondial Relay prépayé',
        'trackingnumber=6A00000000011',
        'trackingurl=https://laposte.example/?a=1&b=2',
      ],
      ['purchaseid=800000101', 'itemid=500000102', 'transporter=', 'trackingnumber=Oui', 'trackingurl='],
    ])
  })

  it('reads each item’s outcome from the details', async () => {
    const { marketplace } = await rakutenAnswering([sample('importitemshippingstatus-error')])

    const outcomes = await marketplace.sendTracking(
      '800000101',
      ['500000101', '500000203', '500000999'].map((itemId) => ({ itemId, tracking })),
    )

    expect(outcomes).toEqual([
      { itemId: '500000101', outcome: 'already-shipped', message: 'a déjà été expédié' },
      { itemId: '500000203', outcome: 'not-confirmed', message: 'statut incorrect.' },
      { itemId: '500000999', outcome: 'unknown-item', message: 'numéro incorrect' },
    ])
  })

  it('sends once more what a refusal did not mention, and only that', async () => {
    const { marketplace, received } = await rakutenAnswering([
      errorWith(['Article 1 : statut incorrect. La vente est annulée']),
      sample('importitemshippingstatus-ok'),
    ])

    const outcomes = await marketplace.sendTracking(
      '8',
      ['1', '2'].map((itemId) => ({ itemId, tracking })),
    )

    expect(outcomes.map(({ itemId, outcome }) => [itemId, outcome])).toEqual([
      ['1', 'not-confirmed'],
      ['2', 'sent'],
    ])
    const second = received[1] === undefined ? '' : await fileOf(received[1])
    expect(
      readXml(second)
        .all('item')
        .map((item) => item.text('itemid')),
    ).toEqual(['2'])
  })

  it.each([
    ['Article 1 : transporteur inconnu', 'carrier-refused'],
    ['The parameter transporter is invalid', 'carrier-refused'],
    ['Article 1 : url de suivi obligatoire', 'refused'],
    ['Article 1 : numéro de suivi obligatoire', 'refused'],
    ['Something nobody ever said', 'refused'],
  ])('takes “%s” for %s', async (detail, outcome) => {
    const { marketplace } = await rakutenAnswering([errorWith([detail])])

    expect(await marketplace.sendTracking('8', [{ itemId: '1', tracking }])).toMatchObject([{ itemId: '1', outcome }])
  })

  it('is a fault when the refusal mentions none of the items', async () => {
    const { marketplace, received } = await rakutenAnswering([errorWith(['Article 77 : numéro incorrect'])])

    await expect(marketplace.sendTracking('8', [{ itemId: '1', tracking }])).rejects.toMatchObject({ kind: 'refused' })
    expect(received).toHaveLength(1)
  })

  it('does not know what happened when Rakuten could not take the file', async () => {
    const { marketplace } = await rakutenAnswering([sample('error-server-import')])

    await expect(marketplace.sendTracking('8', [{ itemId: '1', tracking }])).rejects.toMatchObject({
      kind: 'unreachable',
      outcome: 'unknown',
    })
  })
})

describe('offerTracking', () => {
  it('tells carrier, number and link of one item', async () => {
    const { marketplace, received } = await rakutenAnswering([sample('settrackingpackageinfos-ok')])

    expect(await marketplace.offerTracking('500000101', tracking)).toBe('taken')

    expect(Object.fromEntries(received[0]?.url.searchParams ?? [])).toMatchObject({
      itemid: '500000101',
      transporter_name: 'Colissimo',
      tracking_number: '6A00000000011',
      tracking_url: 'https://laposte.example/?a=1&b=2',
    })
  })

  it('hands a refusal back in Rakuten’s words', async () => {
    const { marketplace } = await rakutenAnswering([errorWith(['Article 1 : a déjà été expédié'])])

    expect(await marketplace.offerTracking('1', tracking)).toEqual({ declined: 'Article 1 : a déjà été expédié' })
  })
})
