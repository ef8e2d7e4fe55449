import { expect, it } from 'vitest'
import type { AccountNeeds, PortsAccount } from '../../../src/main/accounts/needs.ts'
import type { BackOffice } from '../../../src/main/connectors/sockets/back-office.ts'
import type { HttpRequest } from '../../../src/main/connectors/sockets/ports.ts'
import { MAPPED_TEMPLATE, mappedOffice } from '../../helpers/a-mapped-office.ts'
import { anOrderToPlace } from '../../helpers/an-order-to-place.ts'
import { clockByHand } from '../../helpers/clock-by-hand.ts'
import { noFolders } from '../../helpers/no-folders.ts'
import { recordsInMemory } from '../../helpers/records-in-memory.ts'
import { testAccounts } from '../../helpers/test-accounts.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** A back office whose preview makes a call of every method, one after the other. */
const callingOffice = () => {
  const sent: string[] = []
  const opened: PortsAccount[] = []
  const portsFor: AccountNeeds['portsFor'] = (account) => {
    opened.push(account)
    const send = async ({ method }: HttpRequest) => {
      sent.push(method)
      return { status: 200, headers: new Headers(), bytes: new Uint8Array() }
    }
    const { side } = account
    return { side, clock: clockByHand(), http: { send }, records: recordsInMemory(), folders: noFolders }
  }
  const calling: typeof mappedOffice = {
    ...mappedOffice,
    connect: (_, { http }) =>
      ({
        preview: async () => {
          const url = new URL('https://shop.example/orders')
          const calls = METHODS.map((method) => http.send({ method, url, name: 'preview', safe: true }))
          const answers = await Promise.allSettled(calls)
          return answers.map(({ status }, index) => {
            return { title: METHODS[index] ?? '', text: null, rows: null, problem: status === 'rejected' ? 'no' : null }
          })
        },
      }) satisfies Partial<BackOffice> as unknown as BackOffice, // the one verb that is asked
  }
  return { ...testAccounts({ portsFor, registry: { marketplaces: [], backOffices: [calling] } }), sent, opened }
}

const form = { template: MAPPED_TEMPLATE }

it('sends nothing but GET for a form that is being typed: half a path may stand in it', async () => {
  const { accounts, sent } = callingOffice()
  const account = await accounts.backOffices.add('mapped', 'Atelier', form)
  const order = anOrderToPlace()

  await accounts.backOffices.openFormToPreview('mapped', form, true).preview?.(order)
  const previews = await (await accounts.backOffices.openToPreview(account, {}, true)).preview?.(order)

  expect(sent).toEqual(['GET', 'GET'])
  expect(previews?.filter(({ problem }) => problem === null).map(({ title }) => title)).toEqual(['GET'])
})

it('asks as the form says once somebody pressed for it', async () => {
  const { accounts, sent } = callingOffice()

  await accounts.backOffices.openFormToPreview('mapped', form, false).preview?.(anOrderToPlace())

  expect(sent).toEqual([...METHODS])
})

it('reads what a kept one remembers, and keeps nothing of the look', async () => {
  const { accounts, opened } = callingOffice()
  const account = await accounts.backOffices.add('mapped', 'Atelier', form)

  await accounts.backOffices.openToPreview(account, {}, false)

  expect(opened.at(-1)).toEqual({
    scope: null,
    side: 'Atelier',
    connectionId: null,
    reads: `back-office:${account.id}`,
  })
})
