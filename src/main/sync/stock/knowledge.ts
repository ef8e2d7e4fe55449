/** What the stock step of one connection knows since the process started; all of it can be read again. */
export interface Knowledge {
  /** When the marketplace's inventory was last read (ms); null: not since the start, or what it said is in doubt. */
  inventoryReadAt: number | null
  reading: OfficeReading | null
}

/** The last reading of the back office's stock. What it said is kept in the rows. */
export interface OfficeReading {
  readonly backOfficeId: number
  readonly readAt: number
  /** Orders that were in the back office before it was read: it had taken their units off already. */
  readonly placedBefore: ReadonlySet<number>
  /** No stock step has used it yet. */
  readonly isNew: boolean
}

/** The knowledge of each connection, by its id. */
export const createKnowledge = () => {
  const known = new Map<number, Knowledge>()
  return (connectionId: number): Knowledge => {
    const knowledge = known.get(connectionId) ?? { inventoryReadAt: null, reading: null }
    known.set(connectionId, knowledge)
    return knowledge
  }
}
