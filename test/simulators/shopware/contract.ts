import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

interface Schema {
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, object>>
}

/** Shopware's own published contract: the file is shipped, but not among what its package exports (shopware.md 9). */
const PATH = new URL('../../../node_modules/@shopware/api-client/api-types/adminApiSchema.json', import.meta.url)
const readContract = (): Readonly<Record<string, Schema>> => JSON.parse(readFileSync(PATH, 'utf8')).components.schemas
let contract: ReturnType<typeof readContract> | null = null
const schemaOf = (name: string): Schema => {
  contract ??= readContract()
  const schema = contract[name]
  if (schema === undefined) throw new Error(`The contract has no ${name}`)
  return schema
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
ajv.addFormat('float', true)
ajv.addFormat('int64', true)
ajv.addFormat('uri-reference', true)
ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)

/** Filled by the server itself when an entity is written inside another one (9); the last is [C], as the worked example has none of them. */
const SELF_FILLED = ['orderId', 'children', 'states', 'orderDeliveryId']

/** The contract calls these lists objects; the worked example, and every shop, has lists of objects (2.3). */
const PRICE_LISTS = { type: 'array', items: { type: 'object', required: ['taxRate'] } }

/** Entities that may be written inside another one. */
const NESTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Order: {
    ...{ orderCustomer: 'OrderCustomer', addresses: '[]OrderAddress', lineItems: '[]OrderLineItem' },
    ...{ deliveries: '[]OrderDelivery', transactions: '[]OrderTransaction' },
  },
  OrderDelivery: { positions: '[]OrderDeliveryPosition' },
}

const isReadOnly = (property: object): boolean => 'readOnly' in property && property.readOnly === true
const isReference = (property: object): boolean => JSON.stringify(property).includes('"$ref"')

/** What may be sent of an entity: its own columns, and what it may hold; nothing else. */
const writeSchema = (name: string, isUpdate: boolean): object => {
  const { required = [], properties = {} } = schemaOf(name)
  const columns = Object.entries(properties).filter(([, property]) => !isReadOnly(property) && !isReference(property))
  const nested = Object.entries(NESTED[name] ?? {}).map(([field, kind]) => {
    const inside = writeSchema(kind.replace('[]', ''), isUpdate)
    return [field, kind.startsWith('[]') ? { type: 'array', items: inside } : inside]
  })
  return {
    type: 'object',
    required: isUpdate ? ['id'] : required.filter((field) => !SELF_FILLED.includes(field)),
    properties: Object.fromEntries([
      ...columns.map(([field, property]) => [field, withPriceLists(property)]),
      ...nested,
    ]),
    additionalProperties: false,
  }
}

const withPriceLists = (property: object): object => {
  if (!('properties' in property)) return property
  const properties = property.properties as Readonly<Record<string, object>>
  if (properties['calculatedTaxes'] === undefined) return property
  return { ...property, properties: { ...properties, calculatedTaxes: PRICE_LISTS, taxRules: PRICE_LISTS } }
}

const compiled = new Map<string, ValidateFunction>()
const once = (key: string, make: () => object): ValidateFunction => {
  const known = compiled.get(key) ?? ajv.compile(make())
  compiled.set(key, known)
  return known
}

export interface Violation {
  readonly pointer: string
  readonly what: string
  readonly isMissing: boolean
}

/** What is wrong with a body that is to be written, by Shopware's contract. */
export const violationsOf = (name: 'Order', body: unknown, isUpdate = false): readonly Violation[] => {
  const validate = once(`${name} ${isUpdate}`, () => writeSchema(name, isUpdate))
  if (validate(body)) return []
  return (validate.errors ?? []).map(({ instancePath, message = '', params }) => ({
    pointer: `/0${instancePath}${'missingProperty' in params ? `/${params['missingProperty']}` : ''}`,
    what: 'additionalProperty' in params ? `${message}: ${params['additionalProperty']}` : message,
    isMissing: 'missingProperty' in params,
  }))
}

/** What is wrong with the criteria of a search. */
export const criteriaViolations = (body: unknown): readonly string[] => {
  const validate = once('Criteria', () => {
    const names = ['Criteria', 'SimpleFilter', 'EqualsFilter', 'MultiNotFilter', 'RangeFilter', 'Filters']
    const more = ['Associations', 'Includes', 'Excludes']
    const schemas = Object.fromEntries([...names, ...more].map((name) => [name, schemaOf(name)]))
    const { properties = {}, ...rest } = schemaOf('Criteria')
    const { aggregations: _, ...known } = properties
    // Numbers are what versions before 6.5 take (3); the contract is of a later one.
    const counted = { enum: [0, 1, 2, '0', '1', '2', 'none', 'exact', 'next-pages'] }
    const Criteria = { ...rest, properties: { ...known, 'total-count-mode': counted }, additionalProperties: false }
    return {
      $ref: '#/components/schemas/Criteria',
      components: { schemas: { ...schemas, Criteria } },
    }
  })
  return validate(body) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** Columns and relations that an entity of the contract has. */
export const fieldsOf = (name: string): ReadonlySet<string> => new Set(Object.keys(schemaOf(name).properties ?? {}))

/** `order_line_item` as the contract calls it. */
export const contractName = (entity: string): string =>
  entity.replaceAll(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
