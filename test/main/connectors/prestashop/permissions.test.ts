import { describe, expect, it } from 'vitest'
import { readPermissions } from '../../../../src/main/connectors/prestashop/permissions.ts'

describe('the list of permissions', () => {
  it('is read from the attributes, and nothing else is taken for it', () => {
    const text =
      '<prestashop xmlns:xlink="x"><api shopName="S"><orders get="true" put="false"><description get="true"/></orders></api></prestashop>'

    expect(readPermissions(text)).toEqual(new Map([['orders', new Set(['get'])]]))
    for (const other of [
      '',
      '<html></html>',
      '<prestashop><errors/></prestashop>',
      '<prestashop><api>',
      `<!DOCTYPE a>${text}`,
    ])
      expect(readPermissions(other)).toBeNull()
  })
})
