import { cdata, node, text, type XmlElement } from '../wire/xml-writer.ts'
import { type Action, lastVersion, plainResult, version } from './action.ts'

const BASIC: readonly (readonly [alias: string, label: string, active: boolean])[] = [
  ['NORMAL', 'Normal', true],
  ['SUIVI', 'Suivi', true],
  ['RECOMMANDE', 'Recommandé', true],
  ['EXPRESS_DELIVERY', 'Livraison express', false],
]

/** Section 8.5: the delivery modes the seller offers. */
export const getAvailableShippingTypes: Action = {
  family: 'sales_ws',
  versions: ['2013-06-25'],
  professionalOnly: true,
  answer: (question, account) =>
    plainResult(
      'getavailableshippingtypesresult',
      [cdata('user', question.login), version(question)],
      [
        lastVersion(getAvailableShippingTypes),
        node('basic_types', ...BASIC.map(([alias, label, active]) => mode(alias, label, active, null))),
        node(
          'custom_types',
          ...account.settings.customModes.map(({ alias, label }) =>
            mode(alias, label, true, cdata('shipping_delay', '')),
          ),
        ),
      ],
    ),
}

const mode = (alias: string, label: string, active: boolean, delay: XmlElement | null): XmlElement =>
  node('mode', text('alias', alias), cdata('label', label), delay, text('active', active ? '1' : '0'))
