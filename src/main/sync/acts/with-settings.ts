import type { ConnectionSettings } from '../../domain/connection.ts'
import type { Corridor } from '../corridor.ts'

/** Changes settings of the connection for good, and goes on with the changed ones. */
export const withSettings = (corridor: Corridor, changes: Partial<ConnectionSettings>): Corridor => {
  const connection = { ...corridor.connection, settings: { ...corridor.connection.settings, ...changes } }
  corridor.repositories.connections.save(connection)
  return { ...corridor, connection }
}
