import type { Intake } from './file-intake.ts'
import type { FileOrders } from './file-order.ts'
import type { FilePlace } from './file-place.ts'
import { previewOfFile } from './file-preview.ts'
import type { Office } from './office.ts'
import type { ReadOrders, Told } from './operations.ts'
import { orderRows, unmappedState } from './preview-rows.ts'
import type { ReadByFile } from './template.ts'
import { toOrdersThere } from './to-order-there.ts'

interface Parts {
  readonly place: FilePlace
  readonly orders: FileOrders
  readonly intake: Intake
}

/** How orders get on, as files have told so far. One that none has named was not told of. */
export const readByFile = (office: Office, read: ReadByFile, { place, orders, intake }: Parts): ReadOrders => ({
  async read(keys) {
    if (keys.length === 0) return new Map()
    await place.use((folder) => intake.take(folder))
    const told = new Map<string, Told>()
    for (const { backOfficeRef, reference } of keys) {
      const its = orders.of(reference, backOfficeRef)
      if (its !== null) told.set(backOfficeRef, its)
    }
    return told
  },
  preview: () =>
    previewOfFile(office, place, {
      ...{ title: 'State of orders', incoming: read },
      understand(items, source) {
        const { template } = office
        const told = toOrdersThere(items, read.map, { source, words: template, decimal: template.files.decimal })
        return { rows: orderRows(told, template), problem: unmappedState(told, template) }
      },
    }),
})
