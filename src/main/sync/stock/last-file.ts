import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { StockLine } from '../../connectors/sockets/marketplace.ts'
import type { Corridor } from '../corridor.ts'

const LAST_FILE = 'stock-last-file'

/** The hash of the last file that Rakuten certainly received; null when that is not certain. */
export const lastHash = ({ memory }: Corridor): string | null => memory.read(LAST_FILE, z.string())

export const keepLastHash = ({ memory }: Corridor, hash: string): void => memory.save(LAST_FILE, hash)

export const forgetLastHash = ({ memory }: Corridor): void => memory.remove(LAST_FILE)

/** Tells whether two files say the same. */
export const hashOf = (lines: readonly StockLine[]): string =>
  createHash('sha256')
    .update(JSON.stringify(lines.map(({ sku, quantity, priceCents }) => [sku, quantity, priceCents])))
    .digest('hex')
