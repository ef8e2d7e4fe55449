import { node, text, type XmlElement } from '../wire/xml-writer.ts'
import { type Action, result, user, version } from './action.ts'

/** Invented, as the spec's sample says of its own. */
const PRODUCT_TYPES = [
  ['exemple_vaisselle', 'Vaisselle (alias inventé)'],
  ['exemple_luminaire', 'Luminaires (alias inventé)'],
] as const

/** Section 12.5: the kinds of product page; what fills them is not needed here. */
export const productTypes: Action = {
  family: 'stock_ws',
  versions: ['2015-06-30', '2011-11-29'],
  professionalOnly: true,
  answer: (question) =>
    result(
      { root: 'producttypesresult', schema: 'producttypes' },
      question.version,
      [user(question), version(question)],
      PRODUCT_TYPES.map(([alias, label]) => productType(alias, label)),
    ),
}

const productType = (alias: string, label: string): XmlElement =>
  node('producttypetemplate', text('alias', alias), text('label', label), text('updatedate', '2026-01-02T00:00:00'))
