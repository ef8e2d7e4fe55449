import type { OwnCarrier } from '../connection.ts'
import type { ChecksumRule } from './checksums.ts'

/** One entry of `carriers.json` (carriers.md section 1), as far as the application reads it. */
export interface Carrier {
  /** Never changes; of a seller's own carrier: its name. */
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  /** ISO 3166-1 alpha-2; `*` is the whole world. */
  readonly countries: readonly string[]
  /** Https link with placeholders; null when none is known. */
  readonly trackingUrlTemplate: string | null
  /** For a missing value of the main one. */
  readonly fallbackUrlTemplate: string | null
  /** The carrier's search page, without number. */
  readonly landingUrl: string | null
  readonly urlParams: Readonly<Record<string, UrlParam>>
  /** The first one whose `when` matches prepares the number for the link. */
  readonly numberTransforms: readonly NumberTransform[]
  /** Regular expressions on the normalised number, each with its strength at the same index. */
  readonly numberPatterns: readonly string[]
  readonly numberPatternStrength: readonly Strength[]
  /** Every rule that applies to the number must pass. */
  readonly checksum: readonly ChecksumRule[] | null
  /** Rakuten's spelling; null when it does not list the carrier. */
  readonly rakutenTransporterName: string | null
}

/** `strong`: the shape belongs to this carrier; `medium`: likely; `weak`: several carriers share it. Best first. */
export const STRENGTHS = ['strong', 'medium', 'weak'] as const
export type Strength = (typeof STRENGTHS)[number]

/** How a placeholder of a link gets its value. `format` is a pattern when it starts with `^`, else a remark. */
export interface UrlParam {
  readonly required: boolean
  readonly default?: string | undefined
  readonly format?: string | undefined
  readonly case?: string | undefined
}

export interface NumberTransform {
  readonly when: string
  /** From, and up to (excluded). */
  readonly slice?: readonly number[] | undefined
  /** A placeholder whose value follows the number. */
  readonly append?: string | undefined
}

/** A seller's own carrier in the catalogue's shape: a name and a link, and nothing to recognise its numbers by. */
export const toCarrier = ({ name, trackingUrlTemplate }: OwnCarrier): Carrier => ({
  id: name,
  name,
  aliases: [name],
  countries: ['*'],
  trackingUrlTemplate,
  fallbackUrlTemplate: null,
  landingUrl: null,
  urlParams: {},
  numberTransforms: [],
  numberPatterns: [],
  numberPatternStrength: [],
  checksum: null,
  rakutenTransporterName: null,
})

export const serves = (carrier: Carrier, country: string): boolean =>
  carrier.countries.includes('*') || carrier.countries.includes(country)
