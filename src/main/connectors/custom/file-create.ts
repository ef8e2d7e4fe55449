import { sumCents } from '../../domain/money.ts'
import type { OrderToPlace } from '../sockets/back-office.ts'
import type { Folder } from '../sockets/ports.ts'
import { canonicalOf } from './canonical.ts'
import { encodeText } from './encode-text.ts'
import type { Intake } from './file-intake.ts'
import { nameOfTry, namesOf, safeName } from './file-names.ts'
import type { FileOrders } from './file-order.ts'
import type { Letter, Outbox } from './file-outbox.ts'
import { below, type FilePlace, filesIn, nameOf } from './file-place.ts'
import { previewOfWritten } from './file-preview.ts'
import type { Patience } from './file-settling.ts'
import { fill } from './fill.ts'
import { fitted } from './fitted.ts'
import type { Office } from './office.ts'
import type { CreateOrder } from './operations.ts'
import type { CreateByFile } from './template.ts'
import { writeOrder } from './write-order.ts'

const A_MINUTE = 60_000

interface Parts {
  readonly place: FilePlace
  readonly outbox: Outbox
  readonly orders: FileOrders
  readonly intake: Intake
  /** It is asked about from now on. */
  readonly expect: (reference: string) => void
}

/** Creates an order by a file of its own. */
export const createByFile = (office: Office, create: CreateByFile, parts: Parts): CreateOrder => {
  const { template, ports } = office
  const { place, outbox, orders, intake, expect } = parts

  const textOf = (order: OrderToPlace): string =>
    fitted(ports.side, () =>
      writeOrder(
        create.file,
        canonicalOf(order),
        { tables: template, decimal: template.files.decimal },
        template.files.encoding,
      ),
    )
  const pathOf = (order: OrderToPlace, number: number): string => {
    const name = fitted(ports.side, () => fill(create.name, { values: canonicalOf(order).order, tables: template }))
    return below(create.folder, nameOfTry(safeName(name), number))
  }
  const letterOf = (order: OrderToPlace): Letter => ({
    bytes: encodeText(textOf(order), template.files.encoding, ports.side),
    facts: factsOf(order),
    pathOf: (number) => pathOf(order, number),
  })
  /** Where it lies, or lay, when our own records are lost. */
  const liesThere = async (folder: Folder, reference: string): Promise<boolean> => {
    const names = fitted(ports.side, () => namesOf(create.name, reference, template))
    const folders = [create.folder, below(create.folder, template.files.processed)]
    for (const path of folders)
      if ((await filesIn(folder, path)).some((file) => names.test(nameOf(file.path)))) return true
    return false
  }

  /** Orders that nobody knows of yet come by the dozen, each followed by an answer: one wait serves those of a minute. */
  let waitedAt = Number.NEGATIVE_INFINITY
  const patienceWithUnknown = (): Patience => {
    if (ports.clock.now() - waitedAt < A_MINUTE) return 'looks'
    waitedAt = ports.clock.now()
    return 'waits'
  }

  return {
    async place(order) {
      const { reference } = order
      const letter = letterOf(order)
      const { path } = await place.use((folder) => outbox.send(folder, reference, letter, orders.isOver(reference)))
      expect(reference)
      return { ...orders.asOfficeOrder(reference), notes: [`Sent as the file “${path}”.`] }
    },
    find: (reference) =>
      place.use(async (folder) => {
        const last = await outbox.lastSent(folder, reference)
        // Staged and not moved: nobody there has seen it.
        if (last === null && outbox.triesOf(reference).length > 0) return []
        const isKnownHere = last !== null || orders.of(reference) !== null
        await intake.take(folder, isKnownHere ? 'waits' : patienceWithUnknown())
        const isKnown = isKnownHere || orders.of(reference) !== null || (await liesThere(folder, reference))
        return isKnown ? [orders.asOfficeOrder(reference)] : []
      }),
    preview: async (order) =>
      previewOfWritten(office, 'Order', { path: () => pathOf(order, 1), text: () => textOf(order) }),
  }
}

const factsOf = ({ lines, shippingCents, delivery, relayPoint }: OrderToPlace): Letter['facts'] => ({
  totalCents: sumCents([shippingCents, ...lines.map(({ priceCents, quantity }) => priceCents * quantity)]),
  lines: lines.map(({ sku, quantity }) => ({ sku, quantity })),
  postcode: (relayPoint ?? delivery).postcode,
})
