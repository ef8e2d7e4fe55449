import type { OfficeCancelOutcome, OrderKey } from '../sockets/back-office.ts'
import type { Canonical } from './canonical.ts'
import { encodeText } from './encode-text.ts'
import type { Intake } from './file-intake.ts'
import { nameOfTry, safeName } from './file-names.ts'
import type { FileOrders } from './file-order.ts'
import type { Outbox } from './file-outbox.ts'
import { below, type FilePlace } from './file-place.ts'
import { previewOfWritten } from './file-preview.ts'
import { fill } from './fill.ts'
import { fitted } from './fitted.ts'
import type { Office } from './office.ts'
import type { CancelOrder } from './operations.ts'
import { stateOf } from './order-there.ts'
import type { CancelByFile } from './template.ts'
import { writeOrder } from './write-order.ts'

interface Parts {
  readonly place: FilePlace
  readonly outbox: Outbox
  readonly orders: FileOrders
  readonly intake: Intake
}

/** Asks by a file, once, that an order be cancelled; only the other side's word makes it so. */
export const cancelByFile = (office: Office, cancel: CancelByFile, parts: Parts): CancelOrder => {
  const { template, ports } = office
  const { place, outbox, orders, intake } = parts

  const outcomeOf = ({ reference, backOfficeRef }: OrderKey): OfficeCancelOutcome | null => {
    const its = orders.of(reference, backOfficeRef)
    if (its === null) return null
    if ('gone' in its) return 'cancelled'
    switch (stateOf(template, its.state)) {
      case 'cancelled':
        return 'cancelled'
      case 'shipped':
      case 'completed':
      case 'returned':
        return { declined: `It has left: its state there is “${its.state}”.` }
      default:
        return null
    }
  }
  const textOf = (canonical: Canonical): string =>
    fitted(ports.side, () =>
      writeOrder(
        cancel.file,
        canonical,
        { tables: template, decimal: template.files.decimal },
        template.files.encoding,
      ),
    )
  const nameFor = ({ order }: Canonical): string =>
    safeName(fitted(ports.side, () => fill(cancel.name, { values: order, tables: template })))

  return {
    cancel: (key, reason) =>
      place.use(async (folder) => {
        await intake.take(folder)
        const before = outcomeOf(key)
        if (before !== null) return before
        const wasAsked = outbox.triesOf(key.reference).length > 0
        const canonical = requestOf(key, reason, ports.clock.nowIso())
        const { path } = await outbox.send(
          folder,
          key.reference,
          {
            bytes: encodeText(textOf(canonical), template.files.encoding, ports.side),
            facts: null,
            pathOf: (number) => below(cancel.folder, nameOfTry(nameFor(canonical), number)),
          },
          false,
        )
        if (!wasAsked) {
          // A program that watches the folder answers at once: an order it cancels by now is settled by now.
          await ports.clock.sleep(template.files.settleSeconds * 1000)
          await intake.take(folder)
        }
        return outcomeOf(key) ?? { declined: `Asked for by the file “${path}”; there is no answer yet.` }
      }),
    async preview({ reference }) {
      const canonical = requestOf({ backOfficeRef: reference, reference }, 'Cancelled at Rakuten', ports.clock.nowIso())
      return previewOfWritten(office, 'Cancellation', {
        path: () => below(cancel.folder, nameFor(canonical)),
        text: () => textOf(canonical),
      })
    },
  }
}

/** One row, whatever the template repeats. */
const requestOf = ({ backOfficeRef, reference }: OrderKey, reason: string, now: string): Canonical => ({
  order: { id: backOfficeRef, ref: reference, 'order.ref': reference, reason, now },
  lines: [{}],
})
