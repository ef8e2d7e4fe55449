import { type Columns, EMPTY, RESOURCES, type Value } from './columns.ts'

export type Row = { id: number } & Record<string, Value>

export interface CartRow {
  readonly id_product: number
  readonly id_product_attribute: number
  readonly quantity: number
}

/** The shop's database: a table for each resource, rows in order of their ids. */
export class Tables {
  readonly #rows = new Map<string, Row[]>(Object.keys(RESOURCES).map((name) => [name, []]))
  readonly #byId = new Map<string, Map<number, Row>>()
  readonly #nextId = new Map<string, number>()
  readonly cartRows = new Map<number, readonly CartRow[]>()

  all(resource: string): readonly Row[] {
    return this.#rows.get(resource) ?? []
  }

  get(resource: string, id: number): Row | undefined {
    return this.#byId.get(resource)?.get(id)
  }

  need(resource: string, id: number): Row {
    const row = this.get(resource, id)
    if (row === undefined) throw new Error(`${resource} ${id} is not there`)
    return row
  }

  insert(resource: string, values: Readonly<Record<string, Value>>): Row {
    const id = typeof values['id'] === 'number' ? values['id'] : (this.#nextId.get(resource) ?? 1)
    this.#nextId.set(resource, Math.max(id + 1, this.#nextId.get(resource) ?? 1))
    const row: Row = { ...emptyRow(RESOURCES[resource] ?? {}), ...values, id }
    this.#rows.get(resource)?.push(row)
    const byId = this.#byId.get(resource) ?? new Map<number, Row>()
    this.#byId.set(resource, byId.set(id, row))
    return row
  }

  remove(resource: string, which: (row: Row) => boolean): void {
    for (const row of this.all(resource)) if (which(row)) this.#byId.get(resource)?.delete(row.id)
    this.#rows.set(
      resource,
      this.all(resource).filter((row) => !which(row)),
    )
  }

  configuration(name: string): string {
    return String(this.all('configurations').find((row) => row['name'] === name)?.['value'] ?? '')
  }

  configure(name: string, value: string): void {
    const row = this.all('configurations').find((known) => known['name'] === name)
    if (row === undefined) this.insert('configurations', { name, value })
    else row['value'] = value
  }
}

const emptyRow = (columns: Columns): Record<string, Value> =>
  Object.fromEntries(Object.entries(columns).map(([name, { kind }]) => [name, EMPTY[kind]]))
