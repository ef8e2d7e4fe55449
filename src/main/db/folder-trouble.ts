import { Fault } from '../domain/fault.ts'

/** Why a data folder cannot be opened; stands as `reason` in the fault's detail, so that hosts need not read sentences. */
export type FolderTrouble =
  | 'in-use'
  | 'unusable'
  | 'key-missing'
  | 'key-malformed'
  | 'key-not-kept'
  | 'key-wrong'
  | 'identity-missing'
  | 'identity-damaged'
  | 'database-missing'
  | 'damaged'
  | 'newer-database'

/** Nothing has been changed in the folder when this is thrown. */
export const folderFault = (reason: FolderTrouble, message: string, cause?: unknown): Fault =>
  new Fault(reason === 'in-use' ? 'busy' : 'settings', message, { side: 'This PC', detail: { reason }, cause })
