import { describe, expect, it } from 'vitest'
import type { OrderToCheck } from '../../../src/main/connectors/sockets/back-office.ts'
import { METHOD_ROLES } from '../../../src/main/domain/delivery-mode.ts'
import { anAddress } from '../../helpers/an-order.ts'
import { aRelayPoint } from '../../helpers/an-order-to-place.ts'
import { type BackOfficeHarness, openWithMugs } from './harness.ts'

const toCheck = (facts: Partial<OrderToCheck> = {}): OrderToCheck => ({
  lines: [{ sku: 'MUG-BLUE', quantity: 2 }],
  delivery: anAddress(),
  relayPoint: null,
  ...facts,
})

export const checkingPromises = (harness: BackOfficeHarness): void => {
  it('passes its own checks, each with a name and a message', async () => {
    const { backOffice } = await openWithMugs(harness)

    const checks = await backOffice.testConnection()

    expect(checks.length).toBeGreaterThan(0)
    for (const check of checks)
      expect(check).toEqual({ name: expect.stringMatching(/\w/), ok: true, message: expect.any(String) })
  })

  it('has methods of different ids, each with a known role, one of them the standard', async () => {
    const { backOffice } = await openWithMugs(harness)

    const methods = await backOffice.listMethods()

    expect(new Set(methods.map(({ id }) => id)).size).toBe(methods.length)
    expect(METHOD_ROLES).toEqual(expect.arrayContaining(methods.flatMap(({ serves }) => serves)))
    expect(methods.flatMap(({ serves }) => serves)).toContain('standard')
  })

  describe('checking an order', () => {
    it('counts what is there of each SKU and finds nothing wrong with a good address', async () => {
      const { backOffice } = await openWithMugs(harness)

      const check = await backOffice.checkOrder(
        toCheck({
          lines: [
            { sku: 'MUG-BLUE', quantity: 2 },
            { sku: 'MUG-RED', quantity: 9 },
          ],
        }),
      )

      expect(check).toMatchObject({ unknownSkus: [], duplicateSkus: [], addressRule: null })
      expect(Object.fromEntries(check.available)).toEqual({ 'MUG-BLUE': 10, 'MUG-RED': 5 })
    })

    it.each(['', 'MUG', 'mug-blue ', 'MUG-BLUE-2', "MUG'; --", '%', 'MUG/BLUE'])(
      'does not know the SKU %j',
      async (sku) => {
        const { backOffice } = await openWithMugs(harness)

        const check = await backOffice.checkOrder(
          toCheck({
            lines: [
              { sku, quantity: 1 },
              { sku: 'MUG-RED', quantity: 1 },
            ],
          }),
        )

        expect(check.unknownSkus).toEqual([sku])
        expect(check.available.has(sku)).toBe(false)
      },
    )

    it('names a SKU that stands for several products', async ({ skip }) => {
      const { backOffice, there } = await openWithMugs(harness)
      if (there.addDuplicate === null) return skip('cannot happen there')
      await there.addDuplicate('MUG-BLUE')

      const check = await backOffice.checkOrder(toCheck())

      expect(check.duplicateSkus).toEqual(['MUG-BLUE'])
    })

    it.each([
      ['no address', { delivery: null }],
      ['no street', { delivery: anAddress({ address1: '', address2: '' }) }],
      ['no name', { delivery: anAddress({ firstName: '', lastName: '' }) }],
      ['no country', { delivery: anAddress({ country: '', countryCode: '' }) }],
    ])('says in words what is wrong with %s', async (_, facts) => {
      const { backOffice } = await openWithMugs(harness)

      const { addressRule } = await backOffice.checkOrder(toCheck(facts))

      expect(addressRule).toMatch(/^[A-Z].* .*\.$/)
    })

    describe.runIf(harness.capabilities.ownPrices)('that goes by its own prices', () => {
      const sold = (paidCents: number) => toCheck({ lines: [{ sku: 'MUG-BLUE', quantity: 2, paidCents }] })

      it('says what the goods cost there when the buyer pays something else', async () => {
        const { backOffice } = await openWithMugs(harness)

        const { difference } = await backOffice.checkOrder(sold(2400))

        expect(difference?.message).toMatch(/^[A-Z].*MUG-BLUE.*25\.80.*24\.00.*\.$/)
      })

      it('says nothing when the prices agree, or nobody has paid', async () => {
        const { backOffice } = await openWithMugs(harness)

        expect((await backOffice.checkOrder(sold(2580))).difference ?? null).toBeNull()
        expect((await backOffice.checkOrder(toCheck())).difference ?? null).toBeNull()
      })
    })

    it('delivers to a relay point', async () => {
      const { backOffice } = await openWithMugs(harness)

      const { addressRule } = await backOffice.checkOrder(toCheck({ relayPoint: aRelayPoint() }))

      expect(addressRule).toBeNull()
    })
  })
}
