import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { backOffices, marketplaces } from '../../../src/main/connectors/registry.ts'

describe('the registry', () => {
  it('offers Rakuten France, and This PC before any other back office', () => {
    expect(marketplaces.map(({ id }) => id)).toContain('rakuten-france')
    expect(backOffices[0]?.id).toBe('this-pc')
  })

  it.each([...marketplaces, ...backOffices])('knows $title by an id of its own that can stand in a file', ({ id }) => {
    const sameId = [...marketplaces, ...backOffices].filter((other) => other.id === id)

    expect(id).toMatch(/^[a-z][a-z0-9-]*$/)
    expect(sameId).toHaveLength(1)
  })

  it.each([...marketplaces, ...backOffices])('lets a form be drawn for $title', ({ fields }) => {
    for (const { label } of Object.values(fields)) expect(label).toMatch(/\w/)
  })

  it.each(backOffices)('knows where the products of $title keep their SKU', ({ skuSources }) => {
    expect(skuSources.length).toBeGreaterThan(0)
    expect(new Set(skuSources).size).toBe(skuSources.length)
  })

  it.each(backOffices.filter(({ kind }) => kind !== 'built-in'))(
    'has a page for sellers that names every setting of $title',
    ({ id, fields }) => {
      const page = readFileSync(new URL(`../../../docs/connect/${id}.md`, import.meta.url), 'utf8')

      expect(page).toContain(`"kind": "${id}"`)
      expect(Object.keys(fields).filter((name) => !page.includes(`\`${name}\``))).toEqual([])
    },
  )
})
