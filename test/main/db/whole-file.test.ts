import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { finishFile, writeWholeFile } from '../../../src/main/db/whole-file.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

it('replaces a file as a whole, for its owner only, and leaves nothing beside it', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'folder.json')

  writeWholeFile(path, 'a longer first text')
  writeWholeFile(path, 'second')

  expect(readFileSync(path, 'utf8')).toBe('second')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['folder.json'])
})

it('gives a finished file its name', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.partial'), 'whole')

  finishFile(join(folder, 'a.partial'), join(folder, 'a'))

  expect(readdirSync(folder)).toEqual(['a'])
})
