import { parseSync } from 'vite'

export interface Import {
  /** As written; `null` when it is computed, so that nobody can say what is imported. */
  readonly specifier: string | null
  readonly typeOnly: boolean
}

export interface ModuleSurface {
  readonly imports: readonly Import[]
  readonly hasDefaultExport: boolean
}

/** What a source file imports, `export … from`, `import()` and the types in `import('…').X` included. */
export function readModule(path: string, source: string): ModuleSurface {
  const { module, errors } = parseSync(path, source)
  const [error] = errors
  if (error) throw new Error(`${path}: ${error.message}`)

  const imported = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }))
  const exported = module.staticExports.flatMap(({ entries }) => entries)
  const passedOn = exported.flatMap(({ moduleRequest, isType }) =>
    moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType }] : [],
  )
  const called = module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
    specifier: literal(source.slice(start, end)),
    typeOnly: false,
  }))
  const calledAt = new Set(module.dynamicImports.map(({ start }) => start))
  const named = [...source.matchAll(/\bimport\(\s*(['"][^'"]+['"])\s*\)/g)]
    .filter(({ index }) => !calledAt.has(index))
    .map(([, text = '']) => ({ specifier: literal(text), typeOnly: true }))

  return {
    imports: [...imported, ...passedOn, ...called, ...named],
    hasDefaultExport: exported.some(({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default'),
  }
}

const literal = (text: string): string | null => /^(['"`])([^$]+)\1$/.exec(text)?.[2] ?? null
