import { fileAnswers } from './file-answers.ts'
import { cancelByFile } from './file-cancel.ts'
import { checkFiles } from './file-check.ts'
import { createByFile } from './file-create.ts'
import { createInbox } from './file-inbox.ts'
import { createIntake, type Intake } from './file-intake.ts'
import { createFileOrders } from './file-order.ts'
import { createOutbox } from './file-outbox.ts'
import { createFilePlace } from './file-place.ts'
import { readByFile } from './file-read.ts'
import { stockByFile } from './file-stock.ts'
import { createTold } from './file-told.ts'
import type { Office } from './office.ts'
import type { Channel } from './operations.ts'

/** What the template does with files. */
export const createFileChannel = (office: Office): Channel => {
  const { template, ports } = office
  const { createOrder, readOrders, cancelOrder, readStock } = template
  const place = createFilePlace(office)
  const told = createTold(ports, template)
  const outbox = createOutbox(ports, 'orders')
  const requests = createOutbox(ports, 'cancellations')
  const inbox = createInbox(ports, template)
  const orders = createFileOrders(template, outbox, told)
  const takeIn = createIntake(office, inbox, told)
  const intake: Intake = {
    async take(folder, patience) {
      await takeIn.take(folder, patience)
      for (const reference of told.forgetOld()) {
        outbox.forget(reference)
        requests.forget(reference)
      }
    },
    unread: takeIn.unread,
  }
  const parts = { place, outbox, orders, intake, expect: told.expect }
  const usesFiles = [createOrder, readOrders, cancelOrder, readStock].some(({ kind }) => kind === 'file')

  return {
    createOrder: createOrder.kind === 'file' ? createByFile(office, createOrder, parts) : null,
    readOrders: readOrders.kind === 'file' ? readByFile(office, readOrders, parts) : null,
    cancelOrder: cancelOrder.kind === 'file' ? cancelByFile(office, cancelOrder, { ...parts, outbox: requests }) : null,
    readStock: readStock.kind === 'file' ? stockByFile(office, readStock, place) : null,
    answers: fileAnswers(template, parts),
    check: async () => (usesFiles ? checkFiles(office, place, inbox) : []),
  }
}
