import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTold } from '../../../src/main/shell/told.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

describe('what has been told', () => {
  it('is known after a restart', () => {
    const file = join(temporaryFolder(), 'told.json')

    openTold(file).keep(['1:7:sku'])

    expect(openTold(file).has('1:7:sku')).toBe(true)
    expect(openTold(file).has('1:8:sku')).toBe(false)
  })

  it('is forgotten once it is solved, so that it is news when it comes back', () => {
    const told = openTold(join(temporaryFolder(), 'told.json'))

    told.keep(['1:7:sku', '1:8:sku'])
    told.keep(['1:8:sku'])

    expect([told.has('1:7:sku'), told.has('1:8:sku')]).toEqual([false, true])
  })

  it('is nothing when the file is missing or damaged', () => {
    const file = join(temporaryFolder(), 'told.json')
    writeFileSync(file, '["1:7:s')

    expect(openTold(file).has('1:7:sku')).toBe(false)
  })

  it('survives a folder that cannot be written to', () => {
    const told = openTold('/proc/nowhere/told.json')

    told.keep(['1:7:sku'])

    expect(told.has('1:7:sku')).toBe(true)
  })
})
