import * as z from 'zod/mini'
import { AddressView, type OrderDetail } from '../../preload/contract/order-views.ts'
import { wrongUsage } from './exit-code.ts'
import type { World } from './world.ts'

/** The parts of an address that the seller corrects. */
const Correction = z.partial(z.strictObject(AddressView.shape))
export type Correction = z.infer<typeof Correction>

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
  const parsed = Correction.safeParse(toJson(path, new TextDecoder().decode(bytes)))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.')
  const parts = Object.keys(AddressView.shape).join(', ')
  throw wrongUsage(
    `${path}: ${field || 'the address'} is not a part of an address, or no text. The parts are ${parts}.`,
  )
}

/** The whole address after the correction; null when the order has none to correct and the file holds only parts of one. */
export const correctedAddress = ({ buyer }: OrderDetail, correction: Correction): AddressView | null => {
  const known = buyer?.corrected ?? buyer?.delivery ?? buyer?.billing ?? {}
  const whole = AddressView.safeParse({ ...known, ...correction })
  return whole.success ? whole.data : null
}
