import { refuseAddress } from '../http/addresses.ts'
import type { Fields } from '../sockets/definition.ts'
import { PRODUCTION_URL } from './facts.ts'

const refusePadded = (value: string, what: string): string | null => {
  if (value.trim() === '') return `The ${what} is missing.`
  return value === value.trim() ? null : `The ${what} has blanks around it.`
}

const refuseLogin = (login: string): string | null =>
  login.includes('@')
    ? 'Rakuten wants the account name from your user banner, not the e-mail you sign in with.'
    : refusePadded(login, 'login')

const refuseCallsPerHour = (text: string): string | null =>
  text === '' || /^[1-9]\d{0,5}$/.test(text) ? null : 'A whole number of calls, 1 or more; empty for no limit.'

export const fields = {
  login: { label: 'Login', help: 'The account name in your user banner at Rakuten.', refuse: refuseLogin },
  token: {
    label: 'Token',
    help: 'At Rakuten under “Mon compte” → “Mes informations développeur”. A professional account is needed.',
    secret: true,
    refuse: (token) => refusePadded(token, 'token'),
  },
  baseUrl: {
    label: 'Address',
    address: true,
    optional: true,
    fallback: PRODUCTION_URL,
    refuse: (address) => (address === '' ? null : refuseAddress(address)),
  },
  callsPerHour: {
    label: 'Calls an hour',
    help: 'Only if Rakuten told you a limit. Navette stops in time and goes on with the next hour.',
    optional: true,
    fallback: '',
    refuse: refuseCallsPerHour,
  },
} as const satisfies Fields
