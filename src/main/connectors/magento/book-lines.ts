import { Fault } from '../../domain/fault.ts'
import type { OrderToPlace, PlacedLine } from '../sockets/back-office.ts'
import { findProducts, isBookable } from './products.ts'
import type { Product } from './schemas.ts'
import type { Desk } from './settings.ts'

/** A line and the product it is booked on. */
export interface BookedLine {
  readonly line: PlacedLine
  readonly product: Product
}

/** The product of each line; a line without one, or with several, refuses the whole order. */
export const bookLines = async (desk: Desk, { lines }: OrderToPlace): Promise<readonly BookedLine[]> => {
  const { side } = desk.ports
  const found = await findProducts(
    desk,
    lines.map(({ sku }) => sku),
  )
  return lines.map((line) => {
    const products = found.filter(({ code }) => code === line.sku).map(({ product }) => product)
    const [product, other] = products.filter(isBookable)
    if (product !== undefined && other === undefined) return { line, product }
    const [box] = products
    throw new Fault('refused', whyNotBookable(line.sku, side, other !== undefined, box?.type_id), { side })
  })
}

const whyNotBookable = (sku: string, side: string, isAmbiguous: boolean, type: string | undefined): string => {
  if (isAmbiguous) return `${side} has several products ${sku}.`
  return type === undefined
    ? `${side} has no product ${sku}.`
    : `${sku} is a ${type} product at ${side}: only simple products can be booked.`
}
