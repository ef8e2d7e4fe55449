import { Fault, isFault } from '../../domain/fault.ts'
import { timeCheck } from '../http/server-clock.ts'
import type { Check } from '../sockets/definition.ts'
import type { HttpCalls } from './http-calls.ts'
import { fieldsNeeded } from './http-proof.ts'
import type { Office } from './office.ts'
import type { Channel } from './operations.ts'

/** A reference that no order bears: a look-up that finds nothing is one that works. */
const NO_ORDER = 'NAVETTE-CHECK'

type Operations = Omit<Channel, 'check' | 'answers'>

interface Probe {
  readonly name: string
  /** What was seen, as a sentence. */
  readonly see: () => Promise<string>
}

/** Every reading that the template has over its interface, tried once; nothing is sent. */
export const checksOfHttp = async (
  office: Office,
  calls: HttpCalls,
  operations: Operations,
): Promise<readonly Check[]> => {
  if (Object.values(operations).every((operation) => operation === null)) return []
  const seen: { readonly name: string; readonly fault: Fault | null; readonly message: string }[] = []
  for (const { name, see } of probesOf(office, operations)) {
    const { fault, message } = await tried(see)
    seen.push({ name, fault, message })
  }
  const faults = seen.flatMap(({ fault }) => fault ?? [])
  return [
    addressCheck(office, faults, seen.length),
    proofCheck(office, faults, seen.length),
    ...seen.map(({ name, fault, message }) => ({ name, ok: fault === null, message })),
    timeCheck(calls.ahead(), office.ports.side),
  ]
}

const probesOf = ({ template }: Office, { createOrder, readOrders, readStock }: Operations): readonly Probe[] => {
  const probes: Probe[] = []
  if (createOrder !== null && template.createOrder.kind === 'http' && template.createOrder.findByRef !== undefined)
    probes.push({
      name: 'Look-up of orders',
      see: async () => {
        await createOrder.find(NO_ORDER)
        return 'Orders can be looked up by our reference.'
      },
    })
  if (readOrders !== null)
    probes.push({
      name: 'State of orders',
      see: async () => {
        const { rows, problem } = await readOrders.preview()
        if (rows === null && problem !== null) throw new Fault('unreadable', problem)
        return problem ?? (rows === null ? 'Checked with the first order.' : 'It can be read.')
      },
    })
  if (readStock !== null)
    probes.push({
      name: 'Stock',
      see: async () => `The stock of ${(await readStock.read()).length} SKUs can be read.`,
    })
  return probes
}

const tried = async (see: () => Promise<string>): Promise<{ fault: Fault | null; message: string }> => {
  try {
    return { fault: null, message: await see() }
  } catch (error) {
    if (isFault(error)) return { fault: error, message: error.message }
    throw error
  }
}

const NOTHING_READ = 'Not checked: the template reads nothing over the interface.'

const addressCheck = ({ form, ports }: Office, faults: readonly Fault[], tries: number): Check => {
  const name = 'Address of the interface'
  if (form.baseUrl === '')
    return { name, ok: false, message: 'The template speaks to an interface: enter its address.' }
  const fault = faults.find(({ kind }) => kind === 'unreachable' || kind === 'busy')
  if (fault !== undefined) return { name, ok: false, message: fault.message }
  return { name, ok: true, message: tries === 0 ? NOTHING_READ : `${ports.side} answers.` }
}

const proofCheck = ({ template, form }: Office, faults: readonly Fault[], tries: number): Check => {
  const name = 'Login and secret'
  const { auth } = template.interface
  const missing = fieldsNeeded(auth).filter((field) => form[field] === '')
  if (missing.length > 0) return { name, ok: false, message: `The template needs: ${missing.join(', ')}.` }
  const fault = faults.find(({ kind }) => kind === 'credentials')
  if (fault !== undefined) return { name, ok: false, message: fault.message }
  return { name, ok: true, message: tries === 0 ? NOTHING_READ : 'They are accepted, or not asked for.' }
}
