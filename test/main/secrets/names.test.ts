import { expect, it } from 'vitest'
import { secretNames } from '../../../src/main/secrets/names.ts'

it('gives every secret of every folder a name of its own', () => {
  const names = ['folder-a', 'folder-b'].flatMap((folder) => {
    const { databaseKey, ofConnection, ofBackOffice } = secretNames(folder)
    return [
      databaseKey('1'),
      databaseKey('2'),
      ofConnection(1, 'token'),
      ofConnection(2, 'token'),
      ofConnection(1, 'key'),
      ofBackOffice(1, 'token'),
    ]
  })

  expect(new Set(names).size).toBe(12)
})
