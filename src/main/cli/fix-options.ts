import { type Command, Option } from 'commander'
import type { FixInputs } from '../../preload/contract/orders.ts'
import { ProblemKind } from '../../preload/contract/vocabulary.ts'

/** What a choice may need, as options. */
export interface FixOptions {
  readonly kind?: ProblemKind
  readonly choice?: string
  readonly sku?: string
  readonly product?: string
  readonly method?: string
  readonly notAvailable?: true
  readonly carrier?: string
  readonly template?: string
  readonly number?: string
  readonly url?: string
  readonly keep?: string
  readonly address?: string
}

export const addFixOptions = (command: Command): Command =>
  command
    .option('--choice <name>', 'fix: the way out, one of the choices `navette problems` names')
    .addOption(
      new Option('--kind <kind>', 'fix: of which problem, when there are several').choices(ProblemKind.options),
    )
    .option('--sku <sku>', "fix sku: Rakuten's SKU")
    .option('--product <sku>', "fix sku: the back office's SKU for it")
    .addOption(new Option('--method <id>', "fix delivery-mode: the back office's method").conflicts('notAvailable'))
    .option('--not-available', 'fix delivery-mode: this mode is not available')
    .option('--carrier <name>', 'track, ship, fix carrier: who carries the parcel')
    .option('--template <link>', 'fix carrier: https link with {trackingNumber} for a carrier of your own')
    .option('--number <code>', 'track, ship, fix: the tracking number')
    .option('--url <link>', 'track, ship, fix: the tracking link')
    .option('--keep <ref>', "fix duplicate: the back office's reference to keep")
    .option('--address <file>', 'fix address: JSON with the parts that change (address1, postcode, city…)')

/** Only what was given: each choice says itself which one it misses. The address is `corrected-address.ts`'s. */
export const toFixInputs = (options: FixOptions): FixInputs => {
  const { sku, product, method, notAvailable, carrier, template, number, url, keep } = options
  return {
    ...(sku !== undefined && { sku }),
    ...(product !== undefined && { product }),
    ...(method !== undefined && { methodId: method }),
    ...(notAvailable && { methodId: null }),
    ...(carrier !== undefined && { carrier }),
    ...(template !== undefined && { template }),
    ...(number !== undefined && { trackingNumber: number }),
    ...(url !== undefined && { trackingUrl: url }),
    ...(keep !== undefined && { keep }),
  }
}
