import { node, text, type XmlElement } from '../wire/xml-writer.ts'

/** Dot decimal with at least one decimal and no more than needed: `15.0`, `23.9`, `0.14` (section 4). */
export const decimal = (cents: number): string => {
  const plain = String(cents / 100)
  return plain.includes('.') ? plain : `${plain}.0`
}

export const price = (name: string, cents: number, currency: string): XmlElement =>
  node(name, text('amount', decimal(cents)), text('currency', currency))
