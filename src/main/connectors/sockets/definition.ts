/** A field of a connector's form. The screen, the configuration file and the keychain entries are drawn from it. */
export interface Field {
  readonly label: string
  /** Where the seller finds it. */
  readonly help?: string
  /** Kept in the keychain, never shown again. */
  readonly secret?: true
  readonly optional?: true
  /** An optional field that is needed all the same unless this other one is filled. */
  readonly unless?: string
  /** An address: https, or http on loopback only. */
  readonly address?: true
  /** A text of many lines: pasted, or read from a file. */
  readonly document?: true
  /** What of a document in JSON differs from one outside to the next: shown as tables, so that nobody has to edit JSON. */
  readonly tables?: readonly DocumentTable[]
  readonly fallback?: string
  /** What it may be. Those that only the outside knows are told by `listChoices` once it is connected. */
  readonly choices?: readonly Choice[] | 'from-outside'
  /** Several of the choices, apart by commas; none of them holds one. */
  readonly several?: true
  /** Says what is wrong with a value, or null. Runs before anything is stored. */
  readonly refuse?: (value: string) => string | null
}

export interface Choice {
  readonly value: string
  readonly label: string
}

/** Their words on one side, ours on the other. A document that does not have it yet shows none, unless it may be begun. */
export interface DocumentTable {
  readonly title: string
  readonly help?: string
  /** The members that lead to it, apart by points: `readOrders.map`. */
  readonly at: string
  /**
   * `theirs-first`: `{ "verzonden": "shipped" }`. `ours-first`: `{ "trackingNumber": "Code" }`. Otherwise a list, and what the two are called
   * in it: `[{ "name": "Code", "value": "{{order.ref}}" }]`. What is no text on either side is left as it is.
   */
  readonly rows: 'theirs-first' | 'ours-first' | { readonly theirs: string; readonly ours: string }
  /** The heads of the two columns. */
  readonly theirs: string
  readonly ours: string
  /** What ours may be; none: any text. */
  readonly choices?: readonly TableChoice[]
  /** The column of a preview's rows in which their words turn up: those that are missing here are offered. */
  readonly seenAs?: string
  /** It may be begun wherever what leads to it is there. */
  readonly mayBegin?: true
}

export interface TableChoice extends Choice {
  /** Their words for it in any language, so that it can be proposed; case, accents and blanks do not count. */
  readonly alike?: readonly string[]
}

/** A form that is filled in already, for a kind of outside that has no connector of its own; never with a secret. */
export interface Preset {
  readonly id: string
  readonly title: string
  /** What a seller should know before choosing it. */
  readonly note?: string
  /** To be sent to whoever built the outside: one text for each language, by its code. */
  readonly questions?: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, string>>
}

/** The values of a field that holds several. */
export const severalOf = (value: string): readonly string[] =>
  value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

export type Fields = Readonly<Record<string, Field>>
export type FieldValues<F extends Fields> = { readonly [K in keyof F]: string }

/** One named check of *Test connection*. */
export interface Check {
  readonly name: string
  readonly ok: boolean
  readonly message: string
  /** Says nothing about the account (a PC whose clock is wrong): no reason to refuse its secret. */
  readonly aside?: true
}
