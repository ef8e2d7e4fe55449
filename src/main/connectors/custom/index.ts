import { Fault } from '../../domain/fault.ts'
import { defineBackOffice } from '../sockets/back-office.ts'
import { createBackOffice } from './back-office.ts'
import { capabilitiesOf, leastCapabilities } from './capabilities.ts'
import { fields } from './fields.ts'
import { presets } from './presets/index.ts'
import { readTemplate } from './read-template.ts'

/** Any shop, ERP or warehouse without a connector of its own, by its interface or by files (custom-backoffice.md). */
export const custom = defineBackOffice({
  id: 'custom',
  title: 'Custom (interface or files)',
  kind: 'webshop',
  fields,
  capabilities: leastCapabilities,
  capabilitiesOf,
  presets,
  skuSources: ['sku'],
  // custom-backoffice.md B9.
  caution:
    'It is as good as its template: news come when the other side writes or answers, its states may be coarse, and a cancellation may have to be made there by hand. Only what the template names leaves this PC; you answer for giving a buyer’s data to that system. There are no test orders: look at the first real one there.',
  connect: ({ template: text, ...form }, { skuSource: _, ...ports }) => {
    const outcome = readTemplate(text)
    if ('template' in outcome) return createBackOffice({ template: outcome.template, form, ports })
    throw new Fault('settings', outcome.refusal, { side: ports.side, detail: { field: 'template' } })
  },
})
