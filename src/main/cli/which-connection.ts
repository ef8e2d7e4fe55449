import type { ConnectionView } from '../../preload/contract/connection-views.ts'
import { type Questions, unwrap } from './questions.ts'

/** The one connection that is meant, the only one there is where none is named; or the sentence that says why none can be told. */
export const whichConnection = async (ask: Questions, label: string | null): Promise<ConnectionView | string> => {
  const found = unwrap(await ask.connections.list()).filter((one) => label === null || one.label === label)
  const [connection, ...others] = found
  if (connection === undefined)
    return label === null ? 'There is no connection yet.' : `There is no connection called ${label}.`
  if (label !== null || others.length === 0) return connection
  return `There are several connections: say which with --connection (${found.map((one) => one.label).join(', ')}).`
}
