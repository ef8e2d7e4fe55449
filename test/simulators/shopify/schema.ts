import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery, isScalarType } from 'graphql'

/** Shopify's own description of its API, as its package ships it, pinned: a test must not learn another one by an update (shopify.md 9). */
const FILES = {
  '2026-07': '5bcde995c89c59acdb2ee494378d96f45ce7378a16ec829a74b71d696a08ef19',
  '2026-10': 'f3b522f264556925eada700e795e4a002a9cba83444ebcc6c0d724254a0c6593',
} as const
export type Version = keyof typeof FILES

interface Access {
  readonly type: 'type' | 'field'
  readonly typeName: string
  readonly fieldName?: string
  readonly requiredAccess: string
  /** Any of them will do. */
  readonly offlineScopes: readonly string[]
}

export interface ShopifySchema {
  readonly schema: GraphQLSchema
  /** What it takes to be told a type (`Order`) or a field (`Mutation.orderCreate`). */
  readonly access: ReadonlyMap<string, Access>
}

const loaded = new Map<Version, ShopifySchema>()

/** Loaded once per process: it takes a third of a second. */
export const schemaOf = (version: Version): ShopifySchema => {
  const known = loaded.get(version) ?? load(version)
  loaded.set(version, known)
  return known
}

const load = (version: Version): ShopifySchema => {
  const path = `node_modules/@shopify/dev-mcp/dist/data/admin_${version}.json.gz`
  const bytes = readFileSync(new URL(`../../../${path}`, import.meta.url))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== FILES[version]) throw new Error(`${path} is not the file the simulator was written for: ${sha256}`)
  // The file is pinned, and this is its shape.
  const { data, offline_scopes } = JSON.parse(gunzipSync(bytes).toString('utf8')) as {
    readonly data: IntrospectionQuery
    readonly offline_scopes: { readonly items: readonly Access[] }
  }
  const schema = buildClientSchema(data, { assumeValid: true })
  refuseMalformedScalars(schema)
  const guarded = offline_scopes.items.filter(({ offlineScopes }) => offlineScopes.length > 0)
  return {
    schema,
    access: new Map(
      guarded.map((one) => [one.fieldName === undefined ? one.typeName : `${one.typeName}.${one.fieldName}`, one]),
    ),
  }
}

const SCALARS: Readonly<Record<string, RegExp>> = {
  Decimal: /^-?\d+(\.\d+)?$/,
  DateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  URL: /^https?:\/\/\S+$/,
}

/** An introspection knows a scalar's name and not what it takes. */
const refuseMalformedScalars = (schema: GraphQLSchema): void => {
  for (const [name, pattern] of Object.entries(SCALARS)) {
    const scalar = schema.getType(name)
    if (!isScalarType(scalar)) throw new Error(`Shopify has no scalar ${name}`)
    scalar.parseValue = (value) => {
      if (typeof value === 'string' && pattern.test(value)) return value
      throw new TypeError(`Invalid ${name} '${String(value)}'`)
    }
  }
}
