import { randomBytes } from 'node:crypto'
import type { Simulator, SimulatorOptions } from '../simulator.ts'
import { simulate } from '../wire.ts'
import { answer } from './routes.ts'
import { type CubynAccount, settle } from './state.ts'
import { handsIn } from './there.ts'

export interface CubynSimulator extends Simulator {
  /** The seller's account, to be looked at and changed. */
  readonly account: CubynAccount
}

/** Cubyn on loopback: what is known of its API v2, over an account of its own (cubyn.md 11). */
export const startCubynSimulator = async ({ now = Date.now }: SimulatorOptions = {}): Promise<CubynSimulator> => {
  const key = randomBytes(16).toString('hex')
  const account: CubynAccount = {
    ...{ now, userId: 700000001, key, tokens: new Map(), products: [], parcels: [], events: [] },
    spelling: {
      ...{
        stock: 'availableStock',
        deliveryMode: 'deliveryMode',
        relayPoint: 'relayPickupRef',
        signature: 'signature',
      },
      ...{ organizationName: 'organizationName', trackingNumber: 'trackingId', carrier: 'carrierName' },
      ...{ trackingUrl: 'trackingUrl', cancelled: 'CANCELLED', list: null },
    },
    ...{ nextId: 673_800_001, mails: 0, searchLagMs: 60_000 },
    ...{ listsItems: true, honoursFilter: false, dropsProducts: false, hidesTotals: false },
  }
  const simulation = await simulate(
    (call) => {
      settle(account)
      return answer(account, call)
    },
    { now },
  )
  return {
    ...simulation,
    account,
    values: { applicationKey: key, ownRakutenApp: 'off', baseUrl: simulation.url.href },
    there: handsIn(account),
    isCreation: ({ method, url }) => method === 'POST' && url.pathname === '/v2/parcels',
  }
}
