import { describe, expect, it } from 'vitest'
import { listParts } from '../../../../src/main/connectors/prestashop/paging.ts'

describe('parts of a list', () => {
  it('take 80 values at once, and fewer long ones, each once', async () => {
    const sizes: number[] = []
    const list = async (part: readonly (string | number)[]) => {
      sizes.push(part.length)
      return part
    }

    await listParts([...Array(161).keys(), 1], list)
    await listParts(['x'.repeat(1_400), 'y'.repeat(1_400)], list)

    expect(sizes).toEqual([80, 80, 1, 1, 1])
  })
})
