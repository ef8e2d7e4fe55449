import { type Source, unreadable } from './item.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** `data`, `[0]`, `[*]`, `['a name']` */
const STEP = /\.?([^.[\]'"$]+)|\[(\d+|\*)\]|\[(?:'([^']*)'|"([^"]*)")\]/gy

export type Step = string | number | '[*]'

/** The steps of a path such as `$.data[*].id`; null when it cannot be read. */
export const stepsOf = (path: string): readonly Step[] | null => {
  const rest = path.replace(/^\$/, '')
  const steps = Array.from(rest.matchAll(STEP))
  if (steps.reduce((sum, [match]) => sum + match.length, 0) !== rest.length) return null
  return steps.map(([, name, index, single, double]) =>
    index === '*' ? '[*]' : index === undefined ? (name ?? single ?? double ?? '') : Number(index),
  )
}

/** Every value at a path; none where a name or a place in a list is not there. A list where none is, or a name in a list, is a fault. */
export const walkJson = (value: Json, path: string, source: Source): readonly Json[] => {
  const steps = stepsOf(path)
  if (steps === null) throw unreadable(source, `“${path}” is no path in JSON`)
  return steps.reduce<readonly Json[]>((found, step) => found.flatMap((one) => taken(one, step, path, source)), [value])
}

const taken = (value: Json, step: Step, path: string, source: Source): readonly Json[] => {
  if (value === null) return []
  if (typeof step === 'string' && step !== '[*]') return named(value, step, path, source)
  if (!isList(value)) throw unreadable(source, `“${path}” wants a list where there is none`)
  return step === '[*]' ? value : value.slice(Number(step), Number(step) + 1)
}

const named = (value: Json, name: string, path: string, source: Source): readonly Json[] => {
  if (value === null || typeof value !== 'object' || isList(value))
    throw unreadable(source, `“${path}” wants “${name}” where there is no object`)
  const member = Object.hasOwn(value, name) ? value[name] : undefined
  return member === undefined ? [] : [member]
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
