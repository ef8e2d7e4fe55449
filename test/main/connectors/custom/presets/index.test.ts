import { describe, expect, it } from 'vitest'
import { fields } from '../../../../../src/main/connectors/custom/fields.ts'
import { presets } from '../../../../../src/main/connectors/custom/presets/index.ts'
import { refuseTemplate } from '../../../../../src/main/connectors/custom/read-template.ts'

const templateOf = (id: string): string => presets.find((preset) => preset.id === id)?.values['template'] ?? ''
/** Every question answered, or every one but the nth. */
const answered = (text: string, but = -1): string => {
  let at = 0
  return text.replaceAll('"?"', (question) => (at++ === but ? question : '"an answer"'))
}
const refusals = Object.fromEntries(presets.map(({ id, values }) => [id, refuseTemplate(values['template'] ?? '')]))

describe('the presets', () => {
  it('are what custom-backoffice.md B7 names, and Divide', () => {
    expect(presets.map(({ title }) => title)).toEqual([
      ...['Simple REST', 'Channable-like JSON push', 'Shippingbo-like CSV', 'Linnworks-like status CSV'],
      'Divide — via custom back office',
    ])
  })

  it('fill nothing in but the template: no address, no secret', () => {
    for (const { values } of presets) expect(Object.keys(values)).toEqual(['template'])
    for (const { values } of presets) expect(values['template']).not.toMatch(/https?:|ftps?:/)
    for (const name of ['baseUrl', 'folder'] as const) expect(fields[name].optional).toBe(true)
  })

  it.each(['simple-rest', 'linnworks-like'])('can be used as they are: %s', (id) => {
    expect(refusals[id]).toBeNull()
  })

  it.each(['channable-like', 'shippingbo-like', 'divide-unknown'])(
    'wait for answers, and for nothing else: %s',
    (id) => {
      const text = templateOf(id)
      expect(refusals[id]).toMatch(/^Still to be answered: \S+, \S+, \S+ and \d+ more\.$/)
      expect(refuseTemplate(answered(text))).toBeNull()
    },
  )
})

describe('the preset for Divide', () => {
  const divide = presets.find(({ id }) => id === 'divide-unknown')

  it('cannot be switched on before every question is answered', () => {
    const paths = ['createOrder.file.columns.0.name', 'createOrder.file.columns.1.name']
    expect(refusals['divide-unknown']).toBe(
      `Still to be answered: ${paths.join(', ')}, createOrder.file.columns.2.name and 25 more.`,
    )
    const refused = Array.from({ length: 28 }, (_, question) =>
      refuseTemplate(answered(templateOf('divide-unknown'), question)),
    )
    expect(refused.filter((refusal) => !/^Still to be answered: \S+\.$/.test(refusal ?? ''))).toEqual([])
    for (const path of ['readOrders.name', 'readOrders.map.state', 'readStock.map.sku', 'states.?'])
      expect(refused).toContain(`Still to be answered: ${path}.`)
  })

  it('says honestly what is known, and asks whoever built the shop in Dutch and in English', () => {
    expect(divide?.note).toMatch(/^There is no public interface description for this platform\./)
    expect(Object.keys(divide?.questions ?? {})).toEqual(['nl', 'en'])
    for (const text of Object.values(divide?.questions ?? {}))
      expect(text.match(/^\d+\. /gm)).toEqual(Array.from({ length: 13 }, (_, at) => `${at + 1}. `))
  })
})
