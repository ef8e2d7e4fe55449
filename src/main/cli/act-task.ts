import type { Act } from '../../preload/contract/orders.ts'
import { type Correction, readCorrection } from './corrected-address.ts'
import { wrongUsage } from './exit-code.ts'
import { type FixOptions, toFixInputs } from './fix-options.ts'
import type { World } from './world.ts'

const PLAIN = ['accept', 'refuse', 'retry', 'cancel', 'manual', 'resume', 'reconsider'] as const
export const ACTIONS = [...PLAIN, 'track', 'fix', 'ship', 'test-order'] as const
export type Action = (typeof ACTIONS)[number]

export interface ActOptions extends FixOptions {
  readonly order?: string
  readonly connection?: string
  readonly now?: string
}

/** A parcel of This PC. One that travels untracked has no number, and its order waits (product.md section 4, 6). */
export interface Parcel {
  readonly action: 'ship'
  readonly carrier: string | null
  readonly trackingNumber: string | null
  readonly trackingUrl: string | null
}

/** What is to be done: with one order, with a connection's own problem, or with its back office. */
export type Task =
  | { readonly reference: string; readonly act: Act | Parcel; readonly correction: Correction | null }
  | { readonly label: string; readonly fix: Extract<Act, { action: 'fix' }> }
  /** Null: the only connection there is. */
  | { readonly testOrderOf: string | null }

const isPlain = (action: Action): action is (typeof PLAIN)[number] => PLAIN.some((plain) => plain === action)

/** Which options an action needs, the parser cannot know. */
const needed = (value: string | undefined, option: string, action: Action): string => {
  if (value !== undefined && value.trim() !== '') return value
  throw wrongUsage(`\`act ${action}\` needs ${option}.`)
}

const given = (value: string | undefined): string | null => value?.trim() || null

const toFix = (options: ActOptions): Extract<Act, { action: 'fix' }> => ({
  action: 'fix',
  kind: options.kind ?? null,
  choice: needed(options.choice, '--choice NAME', 'fix'),
  inputs: toFixInputs(options),
})

const toAct = (action: Exclude<Action, 'test-order'>, options: ActOptions): Act | Parcel => {
  if (isPlain(action)) return { action }
  if (action === 'fix') return toFix(options)
  const { carrier, number, url } = options
  if (action === 'ship')
    return { action, carrier: given(carrier), trackingNumber: given(number), trackingUrl: given(url) }
  return {
    action,
    carrier: needed(carrier, '--carrier NAME', action),
    trackingNumber: needed(number, '--number CODE', action),
    trackingUrl: url ?? null,
  }
}

/** Reads the whole command before anything is opened: wrong usage never touches the data. */
export const toTask = async (action: Action, options: ActOptions, world: World): Promise<Task> => {
  const { order, connection, address } = options
  if (action === 'test-order') {
    if (order !== undefined) throw wrongUsage('A test order gets its own number: leave out --order.')
    return { testOrderOf: connection ?? null }
  }
  if (action === 'fix' && order === undefined && connection !== undefined)
    return { label: connection, fix: toFix(options) }
  return {
    reference: needed(order, '--order N', action),
    act: toAct(action, options),
    correction: address === undefined ? null : await readCorrection(world, address),
  }
}
