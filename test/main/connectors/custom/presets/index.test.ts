import { describe, expect, it } from 'vitest'
import { fields } from '../../../../../src/main/connectors/custom/fields.ts'
import { presets } from '../../../../../src/main/connectors/custom/presets/index.ts'
import { refuseTemplate } from '../../../../../src/main/connectors/custom/read-template.ts'

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
      expect(refusals[id]).toMatch(/^Still to be answered: .*readOrders\.map\.state/)
      const answered = presets.find((preset) => preset.id === id)?.values['template']?.replaceAll('"?"', '"an answer"')
      expect(refuseTemplate(answered ?? '')).toBeNull()
    },
  )
})

describe('the preset for Divide', () => {
  const divide = presets.find(({ id }) => id === 'divide-unknown')

  it('cannot be switched on before every question is answered', () => {
    for (const path of ['createOrder.file.columns.0.name', 'readOrders.name', 'readStock.map.sku', 'states.?'])
      expect(refusals['divide-unknown']).toContain(path)
  })

  it('says honestly what is known, and asks whoever built the shop in Dutch and in English', () => {
    expect(divide?.note).toMatch(/^There is no public interface description for this platform\./)
    expect(Object.keys(divide?.questions ?? {})).toEqual(['nl', 'en'])
    for (const text of Object.values(divide?.questions ?? {}))
      expect(text.match(/^\d+\. /gm)).toEqual(Array.from({ length: 13 }, (_, at) => `${at + 1}. `))
  })
})
