/** What a custom back office is told of where an order comes from (custom-backoffice.md B2). */
export const CHANNEL = 'rakuten-fr'
export const PAYMENT_LABEL = 'Rakuten France'

/** What goes out in an encoding of one byte each can be no other than these. */
export const WINDOWS_1252 = 'windows-1252'

/** [C] How long an order that a system nobody knows has just taken may stay invisible to its look-up. */
export const INDEX_DELAY_SECONDS = 60

/** [C] Orders and SKUs on a page of a size that nobody told. */
export const UNTOLD_PAGE_SIZE = 100

/** Where a list of orders is asked for since a moment: before the first of them was placed, whatever clock the other side goes by. */
export const SINCE_MARGIN_DAYS = 1
/** An order that Navette did not place itself may be older than the day it was first asked about. */
export const UNKNOWN_AGE_DAYS = 30
/** An order that nobody asked about for so long has ended. */
export const FORGET_AFTER_DAYS = 90
