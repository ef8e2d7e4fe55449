import type { HttpCalls } from './http-calls.ts'
import { readPages } from './http-pages.ts'
import type { Office } from './office.ts'
import type { OrderThere } from './order-there.ts'
import type { CreateByHttp } from './template.ts'
import { isIgnored } from './to-office.ts'
import { toOrdersThere } from './to-order-there.ts'

type FindByRef = NonNullable<CreateByHttp['findByRef']>

const NAME = 'look an order up'

/** Every order there under exactly this reference: their search may find others beside. */
export const findByRef = async (
  office: Office,
  calls: HttpCalls,
  find: FindByRef,
  reference: string,
): Promise<readonly OrderThere[]> => {
  const { template, ports } = office
  const items = await readPages(office, calls, find, {
    ...{ name: NAME, method: find.method, path: find.path, headers: find.headers, safe: true },
    values: { ref: reference, 'order.ref': reference },
    ...(find.absentStatus === undefined ? {} : { answers: [find.absentStatus] }),
  })
  const source = { side: ports.side, what: `the answer to ${NAME}` }
  return toOrdersThere(items ?? [], find.map, { source, words: template }).filter(
    (there) => there.ref === reference && !isIgnored(template, there),
  )
}
