import { contractName, criteriaViolations, fieldsOf } from './contract.ts'
import { missingPrivileges, Refusal } from './refusal.ts'
import { isToOne, joined, relationsOf } from './relations.ts'
import { type Entity, isFrom, type Row, rowsWhere, type Shop } from './state.ts'
import { availableStock } from './stock.ts'

export interface Filter {
  readonly type: string
  readonly field?: string
  readonly value?: unknown
  readonly operator?: string
  readonly queries?: readonly Filter[]
  readonly parameters?: Readonly<Record<string, string | number>>
}

export interface Criteria {
  readonly ids?: readonly string[]
  readonly filter?: readonly Filter[]
  readonly associations?: Readonly<Record<string, Criteria>>
  readonly includes?: Readonly<Record<string, readonly string[]>>
  readonly sort?: readonly { readonly field: string; readonly order?: string }[]
  readonly limit?: number
  readonly page?: number
  readonly 'total-count-mode'?: number | string
}

interface Found {
  readonly total: number
  readonly rows: readonly Row[]
}

export const search = (shop: Shop, entity: Entity, criteria: Criteria): Found => {
  for (const wrong of criteriaViolations(criteria))
    throw new Refusal(400, { code: 'FRAMEWORK__INVALID_CRITERIA', detail: wrong })
  const lacking = privilegesFor(entity, criteria).filter((one) => shop.role !== null && !shop.role.includes(one))
  if (lacking.length > 0) throw missingPrivileges([...new Set(lacking)])
  const { ids, filter = [], sort = [], page = 1 } = criteria
  for (const id of ids ?? []) checkUuid(id)
  // Given ids, nothing is cut into pages (3).
  const limit = ids === undefined ? limitOf(shop, criteria) : Number.POSITIVE_INFINITY
  const found = shop.tables[entity]
    .filter(
      (row) => (ids === undefined || ids.includes(row.id)) && filter.every((one) => matches(shop, entity, row, one)),
    )
    .toSorted(bySort(sort))
  const rows = ids === undefined ? found.slice((page - 1) * limit, page * limit) : found
  return { total: isExact(shop, criteria) ? found.length : rows.length, rows: cut(shop, entity, rows) }
}

const cut = (shop: Shop, entity: Entity, rows: readonly Row[]): readonly Row[] =>
  shop.stockIsBroken && entity === 'product' ? rows.slice(0, -1) : rows

/** 3: words for it came with 6.5; before, they mean nothing. */
const isExact = (shop: Shop, { 'total-count-mode': mode }: Criteria): boolean =>
  String(mode) === '1' || (mode === 'exact' && isFrom(shop, '6.5'))

const limitOf = ({ maxLimit }: Shop, { limit }: Criteria): number => {
  if (limit === undefined) return maxLimit
  if (limit < 1)
    throw new Refusal(400, { code: 'FRAMEWORK__INVALID_LIMIT_QUERY', detail: 'The limit must be a positive integer.' })
  if (limit <= maxLimit) return limit
  const detail = `The limit must be lower than or equal to MAX_LIMIT(=${maxLimit}). Given: ${limit}`
  throw new Refusal(400, { code: 'FRAMEWORK__QUERY_LIMIT_EXCEEDED', detail, pointer: '/limit' })
}

export const checkUuid = (id: unknown): void => {
  if (typeof id === 'string' && /^[0-9a-f]{32}$/.test(id)) return
  throw new Refusal(400, { code: 'FRAMEWORK__INVALID_UUID', detail: `Value is not a valid UUID: ${id}` })
}

/** One to read the entity, and one for everything that is joined to it or filtered by. */
const privilegesFor = (entity: Entity, { associations = {}, filter = [] }: Criteria): readonly string[] => [
  `${entity}:read`,
  ...Object.entries(associations).flatMap(([name, nested]) => privilegesFor(relationOf(entity, name).to, nested)),
  ...fieldsIn(filter).flatMap((field) => {
    const [head = '', ...rest] = field.split('.')
    return rest.length === 0 ? [] : [`${relationOf(entity, head).to}:read`]
  }),
]

const fieldsIn = (filters: readonly Filter[]): readonly string[] =>
  filters.flatMap(({ field, queries = [] }) => [...(field === undefined ? [] : [field]), ...fieldsIn(queries)])

const relationOf = (entity: Entity, name: string) => {
  const relation = relationsOf(entity)[name]
  if (relation !== undefined) return relation
  const detail = `Can not find association by name ${name} in ${entity}`
  throw new Refusal(400, { code: 'FRAMEWORK__ASSOCIATION_NOT_FOUND', detail })
}

const valuesAt = (shop: Shop, entity: Entity, row: Row, field: string): readonly unknown[] => {
  const [head = '', ...rest] = field.split('.')
  if (rest.length > 0) {
    const relation = relationOf(entity, head)
    return joined(shop, row, relation).flatMap((other) => valuesAt(shop, relation.to, other, rest.join('.')))
  }
  if (!fieldsOf(contractName(entity)).has(head))
    throw new Refusal(400, {
      code: 'FRAMEWORK__UNMAPPED_FIELD',
      detail: `Field "${head}" in entity "${entity}" was not found.`,
    })
  return [row[head]]
}

const matches = (shop: Shop, entity: Entity, row: Row, filter: Filter): boolean => {
  const { type, operator, queries = [], field = '', value, parameters = {} } = filter
  if (type === 'multi')
    return operator === 'or'
      ? queries.some((one) => matches(shop, entity, row, one))
      : queries.every((one) => matches(shop, entity, row, one))
  if (type === 'not') return !queries.some((one) => matches(shop, entity, row, one))
  const wanted = type === 'equalsAny' ? (Array.isArray(value) ? value : String(value).split('|')) : [value]
  if (field === 'id' || field.endsWith('Id')) for (const id of wanted) checkUuid(id)
  const values = valuesAt(shop, entity, row, field)
  if (type === 'range') {
    const [is] = values.map(String)
    return Object.entries(parameters).every(([how, bound]) => compare(is ?? '', how, String(bound)))
  }
  return values.some((is) => wanted.some((one) => isSame(is, one)))
}

const compare = (is: string, how: string, bound: string): boolean =>
  how === 'gt' ? is > bound : how === 'gte' ? is >= bound : how === 'lt' ? is < bound : is <= bound

/** [C] As MySQL compares by its default collation: neither case nor blanks at the end count. */
const isSame = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string' ? folded(one) === folded(other) : one === other
const folded = (value: string): string => value.trimEnd().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

const bySort =
  (sort: readonly { readonly field: string; readonly order?: string }[]) =>
  (one: Row, other: Row): number => {
    for (const { field, order = 'ASC' } of sort) {
      const way = String(one[field]).localeCompare(String(other[field]))
      if (way !== 0) return order === 'DESC' ? -way : way
    }
    return 0
  }

/** A row as the API shows it: what is joined comes only when asked for, and of all that only what is included. */
export const view = (
  shop: Shop,
  entity: Entity,
  row: Row,
  { associations = {}, includes = {}, inherits = false }: Criteria & { readonly inherits?: boolean },
): object => {
  const isOld = !isFrom(shop, '6.6')
  const columns = Object.entries(entity === 'product' ? productColumns(shop, row, inherits) : row)
  const related = Object.entries(relationsOf(entity)).map(([name, relation]) => {
    // Before 6.6, a state came unasked (3).
    const asked = associations[name] ?? (isOld && name === 'stateMachineState' ? {} : undefined)
    if (asked === undefined) return [name, null]
    const rows = joined(shop, row, relation).map((one) =>
      view(shop, relation.to, one, { ...asked, includes, inherits }),
    )
    return [name, isToOne(relation) ? (rows[0] ?? null) : rows]
  })
  const all: Readonly<Record<string, unknown>> = {
    ...Object.fromEntries([...columns.filter(([name]) => name !== 'countryIds'), ...related]),
    ...{ _uniqueIdentifier: row.id, versionId: '0fa91ce3e96a4bc2be4bd9ce752c3425', extensions: [], apiAlias: entity },
    translated: typeof row['name'] === 'string' ? { name: row['name'] } : [],
  }
  const wanted = includes[entity]
  return wanted === undefined
    ? all
    : Object.fromEntries(Object.entries(all).filter(([name]) => name === 'apiAlias' || wanted.includes(name)))
}

/** What a variant takes from its product is empty unless it is asked for with inheritance (1). */
const productColumns = (shop: Shop, row: Row, inherits: boolean): Row => {
  const [parent] = inherits ? rowsWhere(shop, 'product', 'id', row['parentId']) : []
  const filled = Object.entries(row).map(([name, value]) => [name, value ?? parent?.[name] ?? null])
  return { ...Object.fromEntries(filled), id: row.id, availableStock: availableStock(shop, row) }
}
