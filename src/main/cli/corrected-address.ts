import { AddressView, type OrderDetail } from '../../preload/contract/order-views.ts'
import { wrongUsage } from './exit-code.ts'
import type { World } from './world.ts'

/** The parts of an address that the seller corrects. */
export type Correction = Partial<AddressView>

const PARTS = Object.keys(AddressView.shape)

const toJson = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw wrongUsage(`${path} is not JSON.`)
  }
}

export const readCorrection = async (world: World, path: string): Promise<Correction> => {
  const bytes = await world.readFile(path).catch(() => {
    throw wrongUsage(`The address file ${path} cannot be read.`)
  })
  const given = toJson(path, new TextDecoder().decode(bytes))
  if (typeof given !== 'object' || given === null) throw wrongUsage(`${path} holds no address.`)
  const wrong = Object.entries(given).find(([part, text]) => !PARTS.includes(part) || typeof text !== 'string')
  // Every entry is a part of an address, and a text.
  if (wrong === undefined) return given as Correction
  throw wrongUsage(`${path}: ${wrong[0]} is not a part of an address, or no text. The parts are ${PARTS.join(', ')}.`)
}

/** The whole address after the correction; null when the order has none to correct and the file holds only parts of one. */
export const correctedAddress = ({ buyer }: OrderDetail, correction: Correction): AddressView | null => {
  const known = buyer?.corrected ?? buyer?.delivery ?? buyer?.billing ?? {}
  const whole = AddressView.safeParse({ ...known, ...correction })
  return whole.success ? whole.data : null
}
