import type { ActResultView } from '../../preload/contract/shapes.ts'
import type { Questions } from './questions.ts'
import { whichConnection } from './which-connection.ts'

/** Sends a test order, or looks at the one under way. Done: it was read back there. A sentence when no connection can be told. */
export const sendTestOrder = async (ask: Questions, label: string | null): Promise<ActResultView | string> => {
  const connection = await whichConnection(ask, label)
  if (typeof connection === 'string') return connection
  const reply = await ask.connections.sendTestOrder({ id: connection.id })
  const action = 'test-order'
  if (!reply.ok) return { reference: '', action, done: false, message: reply.fault.message }
  const { reference, state, message } = reply.value
  return { reference, action, done: state !== 'sent' && state !== 'failed', message }
}
