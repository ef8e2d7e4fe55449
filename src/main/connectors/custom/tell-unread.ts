import type { OfficeProgress } from '../sockets/back-office.ts'

/**
 * Files that could not be read may hold news of any order that is open: each bears a note of it, and the first is held up as trouble until
 * somebody has dealt with them. One is enough to be seen, and none is stopped.
 */
export const tellUnread = (
  progress: ReadonlyMap<string, OfficeProgress>,
  unread: ReadonlyMap<string, string>,
): ReadonlyMap<string, OfficeProgress> => {
  const [first, ...others] = unread
  if (first === undefined) return progress
  const [path, why] = first
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  const note = `“${path}”${more} could not be read: news of this order may be in it.`
  const incident = `Navette cannot read what it was told in “${path}”${more}: ${why} News of this order, or of others, may be in it. Put it right and back where it came, or take it away.`
  const [held] = Array.from(progress).find(([, { state }]) => state === 'open') ?? []
  return new Map(
    Array.from(progress, ([key, its]) => {
      if (its.state !== 'open') return [key, its]
      return [key, { ...its, notes: [...(its.notes ?? []), note], ...(key === held ? { incident } : {}) }]
    }),
  )
}
