import type { TriedCode } from '../../preload/contract/delivery.ts'
import type { CarrierWords } from '../connectors/sockets/marketplace.ts'
import type { Carrier } from '../domain/carriers/carrier.ts'
import type { CarrierCatalogue } from '../domain/carriers/catalogue.ts'
import { type TriedRule, tryCode } from '../domain/carriers/try-code.ts'
import type { ConnectionSettings } from '../domain/connection.ts'

interface Asked {
  readonly trackingNumber: string | null
  readonly carrierName: string | null
  readonly trackingUrl: string | null
  readonly postcode: string | null
  readonly countryCode: string | null
}

const FRANCE = 'FR'

/** What Rakuten would be told about a number, and which rule says so. Nothing is sent, and nothing remembered is asked. */
export const toTriedCode = (
  { trackingNumber, carrierName, trackingUrl, postcode, countryCode }: Asked,
  settings: ConnectionSettings,
  catalogue: CarrierCatalogue,
  words: CarrierWords,
): TriedCode => {
  const { outcome, rules } = tryCode(
    {
      parcel: { carrierName, carrierCode: null, trackingNumber: trackingNumber ?? '', trackingUrl },
      shippingMethod: null,
      settings: { ...settings, remembered: [] },
      route: { fromCountry: FRANCE, toCountry: countryCode ?? FRANCE, toPostcode: postcode },
    },
    catalogue,
    words.of,
  )
  const isTold = outcome.kind === 'tracking'
  const hit = rules.findIndex((rule) => rule.hit)
  return {
    carrier: isTold && outcome.carrier !== null ? named(outcome.carrier) : null,
    rakutenName: isTold ? (outcome.word ?? words.other) : null,
    trackingUrl: isTold ? outcome.url : null,
    problem: isTold ? null : outcome.message,
    suspect: isTold && outcome.warnings.includes('NUMBER_SUSPECT'),
    rules: rules.map((rule, index) => ({
      rule: rule.rule,
      answer: rule.hit ? 'hit' : index > hit ? 'not-reached' : answerOf(rule),
      carriers: rule.carriers.map(named),
    })),
  }
}

const answerOf = ({ carriers }: TriedRule): 'no-answer' | 'several' => (carriers.length > 0 ? 'several' : 'no-answer')

const named = ({ id, name }: Carrier) => ({ id, name })
