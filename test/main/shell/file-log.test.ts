import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openFileLog } from '../../../src/main/shell/file-log.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

it('writes what happened into a file, without secrets', () => {
  const folder = temporaryFolder()
  const log = openFileLog(folder)

  log.info('started', { version: '1.0.0' })
  log.info('asked', { address: 'https://ws.example/?token=s3cr3t' })

  const lines = readFileSync(join(folder, 'navette.log'), 'utf8').trim().split('\n')
  expect(lines).toEqual([
    expect.stringMatching(/info.* started version=1\.0\.0$/),
    expect.stringMatching(/asked address=https:\/\/ws\.example\/\?token=••••$/),
  ])
})
