import { posix } from 'node:path'
import type { Import } from './read-imports.ts'
import { guardedPackages, rooms } from './rooms.ts'

const segmentsMatch = (pattern: string, path: string): boolean => {
  const wanted = pattern.split('/')
  const given = path.split('/')
  return wanted.length <= given.length && wanted.every((segment, index) => segment === '*' || segment === given[index])
}

const concrete = (pattern: string, path: string): string =>
  path.split('/').slice(0, pattern.split('/').length).join('/')

/** The room a file of `src` is in, its connector named; null for a file the table does not know. */
export const roomOf = (file: string): { readonly name: string; readonly may: readonly string[] } | null => {
  const path = file.replace(/^src\//, '')
  const found = Object.entries(rooms).find(([pattern]) => segmentsMatch(pattern, path))
  return found && path !== file ? { name: concrete(found[0], path), may: found[1] } : null
}

const allowsPackage = (may: readonly string[], specifier: string): boolean => {
  if (specifier.startsWith('node:')) return may.includes('node') || may.includes(specifier)
  const [first = '', second = ''] = specifier.split('/')
  const name = first.startsWith('@') ? `${first}/${second}` : first
  return may.includes(name) || (may.includes('package') && !guardedPackages.includes(name))
}

const allowsFile = (may: readonly string[], path: string, typeOnly: boolean): boolean =>
  may.some((entry) => segmentsMatch(entry, path) || (typeOnly && segmentsMatch(entry.replace(/^type /, ''), path)))

/** Why a file may not import that, as one sentence; null when it may. */
export function judge(file: string, { specifier, typeOnly }: Import): string | null {
  const room = roomOf(file)
  if (!room) return `${file} is in no room of the table`
  if (specifier === null) return `${file} imports a name that is computed`

  const target = specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : null
  if (target === null) {
    return allowsPackage(room.may, specifier) ? null : `${file} imports ${specifier}, which ${room.name} may not`
  }
  const path = target.replace(/^src\//, '')
  const inHouse = path !== target
  const isAtHome = inHouse && roomOf(target)?.name === room.name
  if (isAtHome || allowsFile(room.may, path, typeOnly)) return null
  const what = typeOnly ? `a type of ${target}` : target
  return `${file} imports ${what}, which ${room.name} may not`
}
