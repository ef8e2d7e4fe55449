/** What a custom back office is told of where an order comes from (custom-backoffice.md B2). */
export const CHANNEL = 'rakuten-fr'
export const PAYMENT_LABEL = 'Rakuten France'

/** What goes out in an encoding of one byte each can be no other than these. */
export const WINDOWS_1252 = 'windows-1252'
