import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fitsKey, identityOf, readIdentity, writeIdentity } from '../../../src/main/db/folder-identity.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const KEY = '0f'.repeat(32)

describe('the identity of a data folder', () => {
  it('tells its key from any other, and holds none', () => {
    const folder = temporaryFolder()

    writeIdentity(folder, identityOf('a-folder', KEY))
    const identity = readIdentity(folder)

    expect(identity?.id).toBe('a-folder')
    expect(identity !== null && fitsKey(identity, KEY)).toBe(true)
    expect(identity !== null && fitsKey(identity, 'f0'.repeat(32))).toBe(false)
    expect(readFileSync(join(folder, 'folder.json'), 'utf8')).not.toContain(KEY)
    expect(statSync(join(folder, 'folder.json')).mode & 0o777).toBe(0o600)
  })

  it('checks a key for this folder alone', () => {
    expect(identityOf('one', KEY).keyCheck).not.toBe(identityOf('two', KEY).keyCheck)
  })

  it('is null where there is none', () => {
    expect(readIdentity(temporaryFolder())).toBeNull()
  })

  it.each(['', '{', 'null', '{"id":"a"}', '{"id":1,"keyCheck":2}'])('is damaged when the file says %j', (text) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'folder.json'), text)

    expect(() => readIdentity(folder)).toThrow(
      expect.objectContaining({ kind: 'settings', detail: { reason: 'identity-damaged' } }),
    )
  })
})
