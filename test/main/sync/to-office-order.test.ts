import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/main/domain/fault.ts'
import type { CorridorOptions } from '../../helpers/a-corridor.ts'
import { mug, open } from './an-open-corridor.ts'

describe('an order whose mapping or back office changed after it was accepted', () => {
  /** Accepted while nothing could be created; then the connection changes. */
  const accepted = async (options: CorridorOptions = {}) => {
    let isDown = true
    const asked: { readonly office: number; readonly methodId: string | null }[] = []
    const corridor = await open({
      ...options,
      office: (backOffice, office) => ({
        ...backOffice,
        async placeOrder(order) {
          if (isDown) throw new Fault('unreachable', 'No answer', { side: 'This PC' })
          asked.push({ office, methodId: order.methodId })
          return backOffice.placeOrder(order)
        },
      }),
    })
    const id = corridor.rakuten.world.buy({ items: [mug] })
    await corridor.sync()
    expect(corridor.order(id)).toMatchObject({ status: 'accepted', backOfficeId: 1 })
    return { ...corridor, id, asked, wake: () => (isDown = false) }
  }

  it('goes to the back office it was checked against, by the method it has there', async () => {
    const { addOffice, giveOffice, settings, sync, wake, asked } = await accepted()
    giveOffice(addOffice('Atelier').id)
    settings({ deliveryModes: { Suivi: 'a-method-of-the-atelier' } })
    wake()

    await sync()

    expect(asked).toEqual([{ office: 1, methodId: null }])
  })

  it('goes with the words of its mode alone when the mode is mapped no more: it was promised', async () => {
    const { settings, sync, wake, asked, order, id } = await accepted()
    settings({ deliveryModes: { Suivi: null } })
    wake()

    await sync()

    expect([order(id).status, asked]).toEqual(['placed', [{ office: 1, methodId: null }]])
  })

  it('keeps the method it was placed with', async () => {
    const { sync, wake, settings, pass, order, id } = await accepted()
    wake()
    await sync()
    settings({ deliveryModes: { Suivi: 'express' } })

    await pass(30)

    expect(order(id).methodId).toBe('home')
  })
})
