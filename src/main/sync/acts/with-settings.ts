import type { ConnectionSettings } from '../../domain/connection.ts'
import type { Corridor } from '../corridor.ts'

/** Changes settings of the connection for good, on top of what was changed meanwhile, and goes on with the changed ones. */
export const withSettings = (
  corridor: Corridor,
  change: (settings: ConnectionSettings) => Partial<ConnectionSettings>,
): Corridor => {
  const { connections } = corridor.repositories
  const present = connections.get(corridor.connection.id) ?? corridor.connection
  const connection = { ...present, settings: { ...present.settings, ...change(present.settings) } }
  connections.save(connection)
  return { ...corridor, connection }
}
