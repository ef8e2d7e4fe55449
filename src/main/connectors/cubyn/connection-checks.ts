import { Fault, isFault } from '../../domain/fault.ts'
import type { JsonReply } from '../http/json-calls.ts'
import { serverAhead, timeCheck } from '../http/server-clock.ts'
import type { Check } from '../sockets/definition.ts'
import { type About, unknownKey } from './api.ts'
import { newestParcels } from './find-parcels.ts'
import { unitsOf } from './named-fields.ts'
import { ownAppCheck } from './own-rakuten-app.ts'
import { productPage, toStock } from './products.ts'
import { UNKNOWN } from './statuses.ts'
import { searchPage, type Warehouse } from './warehouse.ts'

/** The named checks of *Test connection*, each shown whatever became of the others. */
export const testConnection = async (warehouse: Warehouse): Promise<readonly Check[]> => {
  const { api, side } = warehouse
  const about = await tried(() => api.about())
  const first = [reachable(about), keyCheck(about, side)]
  if (first.some(({ ok }) => !ok) || about instanceof Fault) return first
  return [
    ...first,
    await checked('Parcels', async () => `Read, the latest ${(await newestParcels(warehouse)).length} of them.`),
    await checked('Search', async () => {
      await searchPage(warehouse, { q: 'RKT', offset: '0', limit: '1' })
      return 'Orders can be looked up by their reference.'
    }),
    await checked('Stock figure', () => stockFigure(warehouse)),
    await ownApp(warehouse),
    strangeStatuses(warehouse),
    timeCheck(serverAhead(about.headers, api.ports.clock.now()), side),
  ]
}

const tried = async <T>(work: () => Promise<T>): Promise<T | Fault> => {
  try {
    return await work()
  } catch (error) {
    if (isFault(error)) return error
    throw error
  }
}

const checked = async (name: string, work: () => Promise<string>): Promise<Check> => {
  const message = await tried(work)
  return message instanceof Fault ? { name, ok: false, message: message.message } : { name, ok: true, message }
}

/** Whoever refuses a key can be reached. */
const reachable = (about: JsonReply<About> | Fault): Check => {
  const name = 'Reachable'
  if (about instanceof Fault && about.kind !== 'credentials') return { name, ok: false, message: about.message }
  const version = about instanceof Fault ? null : about.value.version
  return { name, ok: true, message: version ? `Cubyn answers, version ${version}.` : 'Cubyn answers.' }
}

/** Cubyn answers strangers too, and leaves out who they are (cubyn.md 1). [C] */
const keyCheck = (about: JsonReply<About> | Fault, side: string): Check => {
  const name = 'Application key'
  if (about instanceof Fault)
    return { name, ok: false, message: about.kind === 'credentials' ? about.message : 'Not checked.' }
  const { auth } = about.value
  if (auth?.user?.id === undefined) return { name, ok: false, message: unknownKey(side).message }
  const app = auth.application?.name
  return { name, ok: true, message: app ? `Cubyn knows the key, of the app “${app}”.` : 'Cubyn knows the key.' }
}

/** Which field the stock is read from, so that a seller can compare it once with what Cubyn shows (cubyn.md 5). */
const stockFigure = async (warehouse: Warehouse): Promise<string> => {
  const [product] = (await productPage(warehouse, { limit: '1' })).rows
  if (product === undefined) return 'Not checked: the catalogue is empty.'
  const { sku, available } = toStock(product, warehouse)
  const field = unitsOf(product, warehouse.names.stock)?.name
  return `Read from “${field}”: ${available} of ${sku}. If Cubyn shows you another stock, choose another figure in the settings.`
}

const ownApp = async (warehouse: Warehouse): Promise<Check> => {
  const check = await tried(() => ownAppCheck(warehouse))
  return check instanceof Fault ? { name: 'Cubyn’s own Rakuten app', ok: false, message: check.message } : check
}

const strangeStatuses = ({ statuses }: Warehouse): Check => {
  const name = 'Statuses'
  const [first] = statuses.strange()
  if (first === undefined) return { name, ok: true, message: 'Every status seen so far is known.' }
  const message = `Parcel ${first.parcel} was shown as “${first.status}”, ${UNKNOWN}`
  return { name, ok: false, message, aside: true }
}
