import type { Address } from '../../domain/address.ts'
import { PHONE_LENGTH } from './facts.ts'

/** The mobile number, else the other, without what only helps to read it; null when neither can be dialled as Cubyn takes it. */
export const phoneOf = ({ mobile, phone }: Pick<Address, 'mobile' | 'phone'>): string | null =>
  dialled(mobile) ?? dialled(phone)

const dialled = (text: string): string | null => {
  // +33 (0)6: the zero is dialled without the +33 only.
  const number = text.replace(/^(\s*(?:\+|00)[\d\s]*)\(0\)/, '$1').replace(/[\s./()-]/g, '')
  const { least, most } = PHONE_LENGTH
  return /^\+?\d+$/.test(number) && number.length >= least && number.length <= most ? number : null
}
