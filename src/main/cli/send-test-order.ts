import type { ConnectionView } from '../../preload/contract/connection-views.ts'
import type { ActResultView } from '../../preload/contract/shapes.ts'
import { type Questions, unwrap } from './questions.ts'

/** Sends a test order, or looks at the one under way. Done: it was read back there. A sentence when no connection can be told. */
export const sendTestOrder = async (ask: Questions, label: string | null): Promise<ActResultView | string> => {
  const connection = whichConnection(unwrap(await ask.connections.list()), label)
  if (typeof connection === 'string') return connection
  const reply = await ask.connections.sendTestOrder({ id: connection.id })
  const action = 'test-order'
  if (!reply.ok) return { reference: '', action, done: false, message: reply.fault.message }
  const { reference, state, message } = reply.value
  return { reference, action, done: state !== 'sent' && state !== 'failed', message }
}

const whichConnection = (connections: readonly ConnectionView[], label: string | null): ConnectionView | string => {
  const found = connections.filter((connection) => label === null || connection.label === label)
  const [connection, ...others] = found
  if (connection === undefined)
    return label === null ? 'There is no connection yet.' : `There is no connection called ${label}.`
  if (others.length === 0) return connection
  return `There are several connections: say which with --connection (${found.map((one) => one.label).join(', ')}).`
}
