/**
 * What secrets are called. Every name begins with the random id of its data folder, so that two folders on one PC never read or remove
 * each other's; ids never change, labels do.
 */
export const secretNames = (folderId: string) => ({
  /** One entry per key: after a change of key both stay until a backup under the new one is verified. */
  databaseKey: (keyId: string): string => join(folderId, 'database-key', keyId),
  ofConnection: (connectionId: number, field: string): string => join(folderId, 'connection', connectionId, field),
  ofBackOffice: (backOfficeId: number, field: string): string => join(folderId, 'back-office', backOfficeId, field),
})

const join = (...parts: readonly (string | number)[]): string => parts.join('/')
