import { ask } from '../ask.ts'
import type { Cases } from './case.ts'

const france = { shippingfromcountry: '249' }

export const ERROR_CASES: Cases = {
  'error-login': { ask: (account) => ask(account, 'getnewsales', { pwd: 'faux' }) },
  'error-parameter-invalid': { ask: (account) => ask(account, 'acceptsale', { itemid: '1', ...france }) },
  'error-parameter-missing': { ask: (account) => ask(account, 'acceptsale', france) },
  'error-quota': { options: { hourlyQuota: 0 }, ask: (account) => ask(account, 'getnewsales') },
  'error-unknown-unavailable': {
    prepare: ({ faults }) => faults.add({ kind: 'outage' }),
    ask: (account) => ask(account, 'getnewsales'),
  },
  'error-version': { ask: (account) => ask(account, 'getnewsales', { version: '1999-01-01' }) },
}
