import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Marketplace } from '../../../src/main/connectors/sockets/marketplace.ts'
import type { FaultKind } from '../../../src/main/domain/fault.ts'
import { BLUE_MUG, COLISSIMO, type MarketplaceHarness, openWithAcceptedMug, type Spoiling } from './harness.ts'

type Call = readonly [
  name: string,
  call: (marketplace: Marketplace, reference: string, itemId: string) => Promise<unknown>,
]

const reads: readonly Call[] = [
  ['new sales', (marketplace) => marketplace.listNewSales()],
  ['current sales', (marketplace) => marketplace.listCurrentSales('2026-01-01')],
  ['completion', (marketplace, reference) => marketplace.readCompletion(reference)],
  ['an item', (marketplace, _, itemId) => marketplace.readItem(itemId)],
  ['what is to do', (marketplace) => marketplace.listToDo()],
  ['the inventory', (marketplace) => marketplace.readInventory()],
]

const acts: readonly Call[] = [
  ['accepting', (marketplace, _, itemId) => marketplace.acceptItem(itemId)],
  ['refusing', (marketplace, _, itemId) => marketplace.refuseItem(itemId)],
  ['cancelling', (marketplace, _, itemId) => marketplace.cancelItem(itemId, 'Désolés')],
  [
    'sending tracking',
    (marketplace, reference, itemId) => marketplace.sendTracking(reference, [{ itemId, tracking: COLISSIMO }]),
  ],
  ['offering tracking', (marketplace, _, itemId) => marketplace.offerTracking(itemId, COLISSIMO)],
  ['writing to the buyer', (marketplace, _, itemId) => marketplace.messageBuyer(itemId, 'Bonjour')],
  ['sending stock', (marketplace) => marketplace.sendStock([{ sku: 'SKU-1', quantity: 1, priceCents: 100 }])],
]

const KINDS: Readonly<Record<Exclude<Spoiling, 'wrong-encoding'>, FaultKind>> = {
  'web-page': 'unreadable',
  empty: 'unreadable',
  truncated: 'unreadable',
  oversized: 'unreadable',
  'document-type': 'unreadable',
  outage: 'unreachable',
  quota: 'quota',
  dropped: 'unreachable',
  'answer-lost': 'unreachable',
}
const spoilings = Object.entries(KINDS) as readonly [keyof typeof KINDS, FaultKind][] // the keys are those of the line above

export const trustPromises = (harness: MarketplaceHarness): void => {
  describe('what cannot be trusted', () => {
    it.each(spoilings)('concludes nothing from “%s”: it is a fault, %s', async (how, kind) => {
      const { marketplace, there, reference, itemId } = await openWithAcceptedMug(harness)
      there.setInventory([{ sku: 'SKU-1', title: 'Été', priceCents: 100, stock: 1 }])

      // The heaviest spoiling is tried on the read that would hurt most.
      for (const [name, call] of how === 'oversized' ? reads.slice(0, 1) : reads) {
        there.spoil(how)
        await expect(call(marketplace, reference, itemId), name).rejects.toMatchObject({ name: 'Fault', kind })
        there.repair()
      }
    })

    it('concludes nothing from bytes that are in another encoding than they say', async () => {
      const { marketplace, there } = await harness.open()
      there.buy([BLUE_MUG], { deliveryMode: 'Recommandé' })
      there.spoil('wrong-encoding')

      await expect(marketplace.listNewSales()).rejects.toMatchObject({ kind: 'unreadable' })
    })

    it.each(['empty', 'truncated', 'web-page', 'outage', 'dropped'] as const)(
      'does not know whether an act worked after “%s”',
      async (how) => {
        const { marketplace, there, reference, itemId } = await openWithAcceptedMug(harness)

        for (const [name, call] of acts) {
          there.spoil(how)
          await expect(call(marketplace, reference, itemId), name).rejects.toMatchObject({
            name: 'Fault',
            outcome: 'unknown',
          })
          there.repair()
        }
      },
    )

    it('goes on by itself once the outside is well again', async () => {
      const { marketplace, there } = await harness.open()
      const { reference } = there.buy([BLUE_MUG])
      there.spoil('outage')
      await expect(marketplace.listNewSales()).rejects.toMatchObject({ kind: 'unreachable' })
      there.repair()

      expect(await marketplace.listNewSales()).toMatchObject([{ reference }])
    })

    it('says when to come back once the allowance is used up, and asks nothing more until then', async () => {
      const { marketplace, there, told } = await harness.open()
      there.spoil('quota')
      const quota = { kind: 'quota', retryAt: expect.stringMatching(/^\d{4}-.*Z$/) }
      await expect(marketplace.listNewSales()).rejects.toMatchObject(quota)
      there.repair()
      const before = told()

      await expect(marketplace.listNewSales()).rejects.toMatchObject(quota)

      expect(told()).toBe(before)
    })

    it('names the token as the trouble once it is refused, for every call', async () => {
      const { marketplace, there, reference, itemId } = await openWithAcceptedMug(harness)
      there.newToken()

      for (const [name, call] of [...reads, ...acts]) {
        await expect(call(marketplace, reference, itemId), name).rejects.toMatchObject({
          kind: 'credentials',
          outcome: 'not-done',
        })
      }
    })
  })

  describe('secrets', () => {
    it('are seen neither in what is told of calls nor in any fault', async () => {
      const { marketplace, there, reference, itemId, told, secrets } = await openWithAcceptedMug(harness)
      const faults: unknown[] = []

      for (const [, call] of [...reads, ...acts]) {
        for (const how of [null, 'web-page', 'dropped'] as const) {
          if (how !== null) there.spoil(how)
          await call(marketplace, reference, itemId).catch((fault: unknown) => faults.push(fault))
          there.repair()
        }
      }

      const seen =
        told() + inspect(faults, { depth: 20, showHidden: true, maxArrayLength: null, maxStringLength: null })
      expect(faults.length).toBeGreaterThan(20)
      for (const secret of secrets) {
        expect(seen).not.toContain(secret)
        expect(seen).not.toContain(encodeURIComponent(secret))
      }
    })
  })

  describe('testing the connection', () => {
    it('shows named checks, all well', async () => {
      const { marketplace } = await harness.open()

      const checks = await marketplace.testConnection()

      expect(checks.length).toBeGreaterThan(2)
      expect(checks.filter(({ ok }) => !ok)).toEqual([])
      expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length)
    })

    it('shows which one failed instead of failing itself', async () => {
      const { marketplace, there } = await harness.open()
      there.newToken()
      const refused = await marketplace.testConnection()
      there.spoil('dropped')
      const unreachable = await marketplace.testConnection()

      expect(refused.map(({ ok }) => ok)).toContain(true)
      expect(refused.map(({ ok }) => ok)).toContain(false)
      expect(unreachable[0]).toMatchObject({ ok: false, message: expect.stringMatching(/\w+ \w+/) })
    })
  })
}
