import { z } from 'zod'
import { Fault, isFault } from '../../domain/fault.ts'
import { decodeXml } from '../http/decode-xml.ts'
import { createJsonCalls, type JsonCall } from '../http/json-calls.ts'
import type { Ports } from '../sockets/ports.ts'
import { elsewhereFault } from './elsewhere.ts'
import { KEY_LOST, webserviceFault } from './errors.ts'
import { AT_ONCE, ELEMENTS, TIMEOUT_MS, type WrittenResource } from './facts.ts'
import { resourceUrl } from './resource-url.ts'
import { listOf } from './shapes.ts'
import { mayPatch } from './version.ts'
import { writeXml, type XmlFields } from './xml.ts'

export interface ApiSettings {
  readonly shopUrl: string
  readonly key: string
  /** Empty: the shop that the address belongs to. */
  readonly shopId: string
}

export interface Query {
  /** Names of fields; all of them unless said. Without `display` only ids would come, or zeros be left out (prestashop.md 1.5). */
  readonly display?: readonly string[]
  /** In the spelling of `filters.ts`. */
  readonly filter?: Readonly<Record<string, string>>
  /** At most so many rows, lowest id first. */
  readonly limit?: number
  /** The language of multilingual fields, by id. */
  readonly language?: number
}

export type Api = ReturnType<typeof createApi>

/** The webservice: JSON read with `display`, XML written, one call at a time. */
export const createApi = (
  { shopUrl, key, shopId }: ApiSettings,
  ports: Pick<Ports, 'http' | 'clock' | 'records' | 'side'>,
) => {
  const { side } = ports
  const settings = { side, shopUrl, shopId }
  let keyInAddress = false
  let version: string | null = null

  const sign = ({ url }: { readonly url: URL }) => {
    if (!keyInAddress) return { headers: { authorization: `Basic ${btoa(`${key}:`)}` } }
    const signed = new URL(url)
    signed.searchParams.set('ws_key', key)
    return { url: signed }
  }
  const calls = createJsonCalls({
    ports,
    ...{ secrets: [key], atOnce: AT_ONCE, follow: false, sign },
    judge: (answer, call) =>
      webserviceFault(answer, { side, method: call.method ?? 'GET', resource: call.name.replace(/^\w+ /, '') }),
  })

  const urlOf = (resource: string, parameters: Readonly<Record<string, string>>): URL => {
    const url = resourceUrl(shopUrl, resource)
    const own = { output_format: 'JSON', ...(shopId === '' ? {} : { id_shop: shopId }), ...parameters }
    for (const [name, value] of Object.entries(own)) url.searchParams.set(name, value)
    return url
  }

  /** Where the web server drops the header, the key travels in the address from then on (1.3). */
  const known = async <T extends { readonly headers: Headers }>(ask: () => Promise<T>): Promise<T> => {
    try {
      const reply = await ask()
      version = reply.headers.get('psws-version') ?? version
      return reply
    } catch (error) {
      if (isFault(error) && error.detail['code'] === 'REDIRECTED') throw elsewhereFault(error, settings)
      if (keyInAddress || !isFault(error) || error.detail['code'] !== KEY_LOST) throw error
    }
    keyInAddress = true
    return known(ask)
  }

  const speak = async <T>(call: JsonCall, shape: z.ZodType<T>): Promise<T> =>
    (await known(() => calls.withReply({ timeoutMs: TIMEOUT_MS, ...call }, shape))).value

  const rootUrl = resourceUrl(shopUrl, '')
  if (shopId !== '') rootUrl.searchParams.set('id_shop', shopId)

  const list = async <T>(resource: string, query: Query, row: z.ZodType<T>): Promise<readonly T[]> => {
    const { display, filter = {}, limit, language } = query
    const url = urlOf(resource, {
      display: display === undefined ? 'full' : `[${display.join(',')}]`,
      ...Object.fromEntries(Object.entries(filter).map(([name, value]) => [`filter[${name}]`, value])),
      // Without an order, pages are not stable (7, 10).
      ...(limit === undefined ? {} : { sort: '[id_ASC]', limit: String(limit) }),
      ...(language === undefined ? {} : { language: String(language) }),
    })
    return speak({ name: `GET ${resource}`, url }, listOf(resource, row))
  }

  const write = async <T>(
    method: 'POST' | 'PUT' | 'PATCH',
    resource: WrittenResource,
    fields: XmlFields,
    shape: z.ZodType<T>,
  ): Promise<T> => {
    const name = `${method} ${resource}`
    const body = writeXml(ELEMENTS[resource], fields)
    const path = method === 'POST' ? resource : `${resource}/${fields['id']}`
    return speak({ name, method, url: urlOf(path, {}), headers: { 'content-type': 'text/xml' }, body }, shape)
  }

  return {
    side,
    list,
    /** PrestaShop's version, as the latest answer told it. */
    version: () => version,

    /** Creates one; the answer is an echo of what was sent, so that only ids are to be believed (2.2). */
    async create<T>(resource: WrittenResource, fields: XmlFields, row: z.ZodType<T>): Promise<T> {
      const answer = await write('POST', resource, fields, z.object({ [ELEMENTS[resource]]: row }))
      const [created] = Object.values(answer)
      if (created !== undefined) return created
      throw new Fault('unreadable', `${side} did not say what it created.`, { side, outcome: 'unknown' })
    },

    /** The whole object: what is left out is emptied (1.6). */
    replace: async (resource: WrittenResource, id: number, fields: XmlFields): Promise<void> =>
      void (await write('PUT', resource, { id, ...fields }, Written)),

    /** Some fields of one, the others as they are: PATCH, or before version 8 all of it read and written back. */
    async change(resource: WrittenResource, id: number, fields: XmlFields): Promise<void> {
      if (mayPatch(version)) return void (await write('PATCH', resource, { id, ...fields }, Written))
      const [whole] = await list(resource, { filter: { id: `[${id}]` } }, z.record(z.string(), z.unknown()))
      if (whole === undefined) throw new Fault('refused', `${side} no longer has what was to be corrected.`, { side })
      await write('PUT', resource, { ...scalars(whole), ...fields }, Written)
    },

    /** The list of what the key may do, as XML: in JSON this one call is a fatal error (1.3). */
    root: async (): Promise<{ readonly text: string; readonly headers: Headers }> => {
      const call = { name: 'GET api', url: rootUrl, headers: { accept: 'text/xml' }, timeoutMs: TIMEOUT_MS }
      const { bytes, headers } = await known(() => calls.answer(call))
      return { text: decodeXml(bytes), headers }
    },
  }
}

/** The answer to a change says nothing that a reading would not say better. */
const Written = z.looseObject({})

/** What can be written back: fields that hold one value, not lists of other objects. */
const scalars = (whole: Readonly<Record<string, unknown>>): XmlFields =>
  Object.fromEntries(
    Object.entries(whole).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  )
