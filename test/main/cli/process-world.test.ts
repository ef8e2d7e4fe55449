import { mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createProcessWorld } from '../../../src/main/cli/process-world.ts'

const world = () =>
  createProcessWorld(process, { version: '1', open: async () => ({ exitCode: 3, message: 'not opened here' }) })

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'navette-cli-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('a key file is its owner’s alone, even where an open one stood before', async () => {
  const path = join(folder, 'key')
  await writeFile(path, 'old', { mode: 0o644 })

  await world().writePrivateFile(path, 'new')

  expect(await readFile(path, 'utf8')).toBe('new')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

it('a key file never lands where a link points', async () => {
  const elsewhere = join(folder, 'elsewhere')
  await writeFile(elsewhere, 'untouched')
  await symlink(elsewhere, join(folder, 'key'))

  await world().writePrivateFile(join(folder, 'key'), 'new')

  expect(await readFile(elsewhere, 'utf8')).toBe('untouched')
})
