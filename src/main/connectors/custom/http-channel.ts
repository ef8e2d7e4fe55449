import { createAskedOrders } from './http-asked.ts'
import { createHttpCalls } from './http-calls.ts'
import { cancelByHttp } from './http-cancel.ts'
import { checksOfHttp } from './http-checks.ts'
import { createByHttp } from './http-create.ts'
import { readByHttp } from './http-read.ts'
import { stockByHttp } from './http-stock.ts'
import type { Office } from './office.ts'
import type { Channel } from './operations.ts'

/** What of a template goes over its interface. */
export const createHttpChannel = (office: Office): Channel => {
  const { createOrder: create, readOrders: read, cancelOrder: cancel, readStock: stock } = office.template
  const calls = createHttpCalls(office)
  const asked = createAskedOrders(office.ports)
  const readOrders = read.kind === 'http' ? readByHttp(office, calls, read, asked) : null
  const channel = {
    answers: null,
    createOrder:
      create.kind === 'http' ? createByHttp(office, calls, create, { readOrders, placed: asked.placed }) : null,
    readOrders,
    cancelOrder: cancel.kind === 'http' ? cancelByHttp(office, calls, cancel) : null,
    readStock: stock.kind === 'http' ? stockByHttp(office, calls, stock) : null,
  }
  return { ...channel, check: () => checksOfHttp(office, calls, channel) }
}
