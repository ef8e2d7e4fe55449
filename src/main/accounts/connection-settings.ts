import { z } from 'zod'
import { isLinkTemplate } from '../domain/carriers/tracking-link.ts'
import { type ConnectionSettings, DEFAULT_CONNECTION_SETTINGS } from '../domain/connection.ts'
import { isInStorePickup } from '../domain/delivery-mode.ts'
import { refuseField } from './field-values.ts'

const words = z.string().trim().min(1)

/** How a connection behaves, as a file or a form gives it: only the keys that are there change. */
export const SettingsChange = z
  .strictObject({
    importFrom: z.iso.date().nullable(),
    acceptance: z.enum(['automatic', 'by-hand']),
    partialStock: z.enum(['hold', 'accept-available']),
    adoptAccepted: z.enum(['ask', 'automatic']),
    skuSource: words,
    skuAliases: z.record(words, words),
    deliveryModes: z.record(words, words.nullable()),
    carriers: z.record(words, words),
    carriersUsed: z.array(words),
    defaultCarrier: words.nullable(),
    ownCarriers: z.array(z.strictObject({ name: words, trackingUrlTemplate: words })),
    stockUpdates: z.boolean(),
    safetyStock: z.int().min(0).max(999),
    cancelAtRakuten: z.enum(['automatic', 'confirm']),
    cancelComment: z.string().trim().min(1).max(400, 'Rakuten takes 400 characters at most.'),
    messageBuyer: z.boolean(),
  } satisfies Record<keyof ConnectionSettings, z.ZodType>)
  .partial()
export type SettingsChange = { readonly [K in keyof ConnectionSettings]?: ConnectionSettings[K] | undefined }

/** What settings are held against. */
export interface SettingsFacts {
  /** Ids of `carriers.json`. */
  readonly carrierIds: ReadonlySet<string>
  readonly skuSources: readonly string[]
}

/** The settings after a change; refuses, naming the field, what cannot work. Nothing has been stored. */
export const changeSettings = (
  now: ConnectionSettings,
  change: SettingsChange,
  facts: SettingsFacts,
): ConnectionSettings => {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  // What is undefined has just been left out, which Object.fromEntries cannot tell.
  const next = { ...now, ...(Object.fromEntries(given) as Partial<ConnectionSettings>) }
  checkModes(next)
  checkCarriers(next, facts.carrierIds)
  // The default stands for whatever the back office calls its SKU.
  if (next.skuSource !== 'sku' && !facts.skuSources.includes(next.skuSource)) {
    throw refuseField('skuSource', `"${next.skuSource}" is no field of its products: ${facts.skuSources.join(', ')}.`)
  }
  return next
}

/**
 * What stays when a connection is given another back office: all but the methods and the SKU field of the old one. Aliases and carrier names
 * stay, because its open orders finish there.
 */
export const inOtherOffice = (settings: ConnectionSettings, skuSources: readonly string[]): ConnectionSettings => ({
  ...settings,
  skuSource: skuSources.includes(settings.skuSource) ? settings.skuSource : DEFAULT_CONNECTION_SETTINGS.skuSource,
  deliveryModes: Object.fromEntries(Object.entries(settings.deliveryModes).filter(([, methodId]) => methodId === null)),
})

const checkModes = ({ deliveryModes }: ConnectionSettings): void => {
  for (const [mode, methodId] of Object.entries(deliveryModes)) {
    if (methodId === null || !isInStorePickup(mode)) continue
    throw refuseField(`deliveryModes.${mode}`, 'In-store pickup cannot be mapped: its orders are always skipped.')
  }
}

const checkCarriers = (settings: ConnectionSettings, ids: ReadonlySet<string>): void => {
  const { ownCarriers, carriers, carriersUsed, defaultCarrier } = settings
  for (const [index, { trackingUrlTemplate }] of ownCarriers.entries()) {
    if (isLinkTemplate(trackingUrlTemplate)) continue
    throw refuseField(
      `ownCarriers.${index}.trackingUrlTemplate`,
      'A tracking link is an https address with {trackingNumber}, and {postcode} at most besides.',
    )
  }
  const own = ownCarriers.map(({ name }) => name)
  const twice = own.findIndex((name, index) => own.indexOf(name) !== index)
  if (twice !== -1) throw refuseField(`ownCarriers.${twice}.name`, `There are two carriers called ${own[twice]}.`)
  const check = (field: string, carrier: string): void => {
    if (ids.has(carrier) || own.includes(carrier)) return
    throw refuseField(field, `"${carrier}" is neither a known carrier nor one of your own.`)
  }
  for (const [name, carrier] of Object.entries(carriers)) check(`carriers.${name}`, carrier)
  for (const [index, carrier] of carriersUsed.entries()) check(`carriersUsed.${index}`, carrier)
  if (defaultCarrier !== null) check('defaultCarrier', defaultCarrier)
}
