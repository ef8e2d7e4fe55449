import type { FileThere, Folder } from '../sockets/ports.ts'
import type { Inbox } from './file-inbox.ts'
import type { Patience } from './file-settling.ts'
import type { OrdersTold } from './file-told.ts'
import type { Read } from './formats.ts'
import { neededOf, oneValueOf, type Source } from './item.ts'
import { pathsOf } from './maps.ts'
import type { Office } from './office.ts'
import { readItems } from './read-items.ts'
import type { CreateByFile, ReadByFile } from './template.ts'
import { isIgnored } from './to-office.ts'
import { toOrdersThere } from './to-order-there.ts'

export interface Intake {
  take(folder: Folder, patience?: Patience): Promise<void>
  /** What lay there unreadable when it last took in: by its path, why. */
  unread(): ReadonlyMap<string, string>
}

/** Takes in whatever the other side has said of orders since: what it took or refused, and how they get on. */
export const createIntake = ({ template, ports }: Office, inbox: Inbox, told: OrdersTold): Intake => {
  const { createOrder, readOrders } = template
  const itemsOf = (bytes: Uint8Array, file: Read, map: Readonly<Record<string, unknown>>, source: Source) =>
    readItems(bytes, file, { ...source, encoding: template.files.encoding, columns: pathsOf(map) })
  const sourceOf = ({ path }: FileThere): Source => ({ side: ports.side, what: path })

  const acknowledgements =
    ({ map, taken, file }: Acknowledgement) =>
    (bytes: Uint8Array, there: FileThere) => {
      const source = sourceOf(there)
      const words = taken.map(plain)
      const all = itemsOf(bytes, file, map, source).map((item) => ({
        ref: neededOf(item, map.ref, 'ref', source),
        isTaken: words.includes(plain(neededOf(item, map.result, 'result', source))),
        remoteId: oneValueOf(item, map.remoteId, 'remoteId', source),
        message: oneValueOf(item, map.message, 'message', source) ?? '',
      }))
      return () => {
        for (const { ref, ...acknowledged } of all) told.acknowledge(ref, acknowledged)
      }
    }
  const states =
    ({ map, file }: ReadByFile) =>
    (bytes: Uint8Array, there: FileThere) => {
      const source = sourceOf(there)
      const items = itemsOf(bytes, file, map, source)
      const orders = toOrdersThere(items, map, { source, words: template, decimal: template.files.decimal })
      return () => {
        for (const order of orders) if (!isIgnored(template, order)) told.tell(order)
      }
    }

  let unread: ReadonlyMap<string, string> = new Map()
  return {
    async take(folder, patience = 'waits') {
      const acknowledgement = createOrder.kind === 'file' ? createOrder.acknowledgement : undefined
      if (acknowledgement !== undefined)
        await inbox.take(folder, acknowledgement, acknowledgements(acknowledgement), patience)
      if (readOrders.kind === 'file') await inbox.take(folder, readOrders, states(readOrders), patience)
      unread = await inbox.unread(folder)
    },
    unread: () => unread,
  }
}

type Acknowledgement = NonNullable<CreateByFile['acknowledgement']>

const plain = (word: string): string => word.trim().toLowerCase()
