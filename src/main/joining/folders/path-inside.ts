import { Fault } from '../../domain/fault.ts'

/** A path of a place, of names alone: none leads out of it, and none means something else to a server's commands. */
export const partsInside = (side: string, path: string): readonly string[] => {
  const parts = path.split('/').filter((part) => part !== '')
  const odd = parts.find((part) => part === '.' || part === '..' || /[\\\p{Cc}]/u.test(part))
  if (odd === undefined) return parts
  throw new Fault('settings', `“${path.replaceAll(/\p{Cc}/gu, '?')}” is no path inside the folder of ${side}.`, {
    side,
  })
}
