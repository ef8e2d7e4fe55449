import { describe, expect, it } from 'vitest'
import { createAppStore } from '../../../src/renderer/stores/app-store.ts'
import { createApiTwin, refused } from '../helpers/api-twin.ts'
import { aRow } from '../helpers/sample-orders.ts'

const orders = [aRow({ id: 1 }), aRow({ id: 2 }), aRow({ id: 3 })]

describe('acts on orders', () => {
  it('leaves ticked what could not be done', async () => {
    const act = ({ ids }: { readonly ids: readonly number[] }) =>
      ids.map((orderId) => ({ orderId, reference: String(orderId), action: 'retry', done: orderId !== 2, message: '' }))
    const { getState } = createAppStore(createApiTwin({ orders: { act } }, { orders }).api)
    await getState().select({ tab: 'all' })
    getState().tickShown()

    await getState().actOnTicked({ action: 'retry' })

    expect([...getState().ticked]).toEqual([2])
    expect(getState().bulk?.results).toHaveLength(3)
  })

  it('says why nothing could be asked, as the outcome of the order', async () => {
    const act = () => {
      throw refused('Navette does not answer.', null, 'unreachable')
    }
    const { getState } = createAppStore(createApiTwin({ orders: { act } }, { orders }).api)

    const result = await getState().act(1, { action: 'accept' })

    expect(result).toMatchObject({ done: false, message: 'Navette does not answer.' })
    expect(getState().outcomes[1]).toEqual(result)
    expect(getState().acting.size).toBe(0)
  })

  it('asks for a running bulk act to be stopped by its own name', async () => {
    const stopped: string[] = []
    const twin = createApiTwin({
      orders: {
        act: async ({ ids, job }) => {
          await store.getState().stopJob(job ?? '')
          return ids.map((orderId) => ({ orderId, reference: '', action: 'retry', done: true, message: '' }))
        },
      },
      jobs: {
        stop: ({ job }) => {
          stopped.push(job)
          return { stopping: true }
        },
      },
    })
    const store = createAppStore(twin.api)
    store.getState().toggleTick(1)

    await store.getState().actOnTicked({ action: 'retry' })

    expect(stopped).toEqual([store.getState().bulk?.job])
  })
})
