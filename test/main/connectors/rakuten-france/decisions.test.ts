import { describe, expect, it } from 'vitest'
import { errorWith, rakutenAnswering, responseWith, sample } from '../../../helpers/rakuten-answering.ts'

describe('acceptItem', () => {
  it('says that the parcel leaves from France, as Rakuten numbers it', async () => {
    const { marketplace, received } = await rakutenAnswering([sample('acceptsale-ok')])

    expect(await marketplace.acceptItem('500000101')).toBe('accepted')

    expect(Object.fromEntries(received[0]?.url.searchParams ?? [])).toMatchObject({
      action: 'acceptsale',
      version: '2021-04-08',
      itemid: '500000101',
      shippingfromcountry: '249',
    })
  })

  it.each([
    [sample('acceptsale-ok-oss'), 'accepted'],
    [sample('acceptsale-error-already-accepted'), 'already-accepted'],
    [sample('acceptsale-error-emptied'), 'emptied'],
    [errorWith(['Current status : EMPTIED – Required status : REQUESTED']), 'emptied'],
    [errorWith(['current status: captured - required status: REQUESTED']), 'already-accepted'],
  ])('reads the outcome from the words', async (body, outcome) => {
    const { marketplace } = await rakutenAnswering([body])

    expect(await marketplace.acceptItem('500000101')).toBe(outcome)
  })

  it('is refused for an item that is not ours, and for a state nobody told us about', async () => {
    const unknown = await rakutenAnswering([sample('error-parameter-invalid')])
    const strange = await rakutenAnswering([errorWith(['Current status : FROZEN - Required status : REQUESTED'])])

    await expect(unknown.marketplace.acceptItem('1')).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining("'itemid' is invalid"),
    })
    await expect(strange.marketplace.acceptItem('1')).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('FROZEN'),
    })
  })

  it('takes any word but the right one for no answer at all', async () => {
    const { marketplace } = await rakutenAnswering([responseWith('<status>Perhaps</status>')])

    await expect(marketplace.acceptItem('1')).rejects.toMatchObject({ kind: 'unreadable', outcome: 'unknown' })
  })

  it('is not tried twice when its answer cannot be read', async () => {
    const { marketplace, received } = await rakutenAnswering(['', sample('acceptsale-ok')])

    await expect(marketplace.acceptItem('1')).rejects.toMatchObject({ kind: 'unreadable', outcome: 'unknown' })
    expect(received).toHaveLength(1)
  })
})

describe('refuseItem', () => {
  it('refuses', async () => {
    const { marketplace, received } = await rakutenAnswering([sample('refusesale-ok')])

    expect(await marketplace.refuseItem('500000202')).toBe('refused')
    expect(received[0]?.url.searchParams.get('itemid')).toBe('500000202')
  })

  it('does not take another item’s acceptance for a refusal', async () => {
    const { marketplace } = await rakutenAnswering([sample('acceptsale-ok')])

    await expect(marketplace.refuseItem('1')).rejects.toMatchObject({ kind: 'unreadable', outcome: 'unknown' })
  })
})

describe('cancelItem', () => {
  it('writes the comment in the encoding Rakuten reads, 400 characters at most', async () => {
    const { marketplace, received } = await rakutenAnswering([sample('cancelitem-ok')])

    expect(await marketplace.cancelItem('1', `Épuisé, 5 € & l’été ${'x'.repeat(500)}`)).toBe('cancelled')

    const comment = /comment=([^&]*)/.exec(received[0]?.url.search ?? '')?.[1] ?? ''
    expect(comment).toMatch(/^%C9puis%E9%2C%205%20%80%20%26%20l%92%E9t%E9%20x+$/)
    expect(comment.replace(/%../g, '-')).toHaveLength(400)
  })

  it('looks whether it was cancelled before when Rakuten says that it cannot be', async () => {
    const item = (status: string) => responseWith(`<item><itemid>1</itemid><itemstatus>${status}</itemstatus></item>`)
    const before = await rakutenAnswering([sample('cancelitem-error'), item('CANCELLED')])
    const never = await rakutenAnswering([sample('cancelitem-error'), item('REQUESTED')])

    expect(await before.marketplace.cancelItem('1', 'x')).toBe('cancelled')
    expect(await never.marketplace.cancelItem('1', 'x')).toEqual({ declined: 'This item cannot be cancelled' })
    expect(never.received.map(({ url }) => url.searchParams.get('action'))).toEqual(['cancelitem', 'getiteminfos'])
  })

  it('is refused with Rakuten’s words otherwise', async () => {
    const { marketplace } = await rakutenAnswering([sample('cancelitem-error-too-long')])

    await expect(marketplace.cancelItem('1', 'x')).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('400 characters'),
    })
  })
})

describe('confirmPreorder', () => {
  it('tells how many units arrived, and takes a text that starts with OK for yes', async () => {
    const { marketplace, received } = await rakutenAnswering([sample('confirmpreorder-ok')])

    await marketplace.confirmPreorder('700000008', 3)

    expect(Object.fromEntries(received[0]?.url.searchParams ?? [])).toMatchObject({ advertid: '700000008', stock: '3' })
  })

  it('does not take anything else for yes', async () => {
    const { marketplace } = await rakutenAnswering([responseWith('<statut>OKAPI</statut>')])

    await expect(marketplace.confirmPreorder('1', 1)).rejects.toMatchObject({ kind: 'unreadable' })
  })
})
