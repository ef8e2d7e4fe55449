import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeCertificate } from '../../../simulators/file-servers/certificate.ts'
import { anFtpsPlace } from './a-place.ts'

const passwordsIn = (heard: readonly string[]): readonly string[] => heard.filter((line) => line.startsWith('PASS'))

describe('an FTPS server', () => {
  it('is asked for no list of its files while hundreds are moved, in one session', async () => {
    const { use, heard, disk } = await anFtpsPlace()
    const names = Array.from({ length: 100 }, (_, at) => `a_${at}.csv`)
    for (const name of names) writeFileSync(join(disk, name), name)

    await use(async (folder) => {
      for (const { path } of await folder.list('')) {
        await folder.read(path, 100)
        await folder.move(path, `processed/${path}`)
      }
    })

    const count = (command: string): number => heard.filter((line) => line.startsWith(command)).length
    expect(readdirSync(join(disk, 'processed')).sort()).toEqual([...names].sort())
    expect(['PASS', 'MLSD', 'MKD', 'RNTO'].map(count)).toEqual([1, 1, 1, 100])
    expect(heard.length).toBeLessThan(10 * names.length)
  })

  it('says the password is not to be told where it has no encryption', async () => {
    const { use, heard } = await anFtpsPlace({ plain: true })

    await expect(use((folder) => folder.list(''))).rejects.toMatchObject({
      ...{ kind: 'settings', message: expect.stringContaining('no encryption') },
    })
    expect(passwordsIn(heard)).toEqual([])
  })

  it.each([
    ['nobody vouches for', makeCertificate()],
    ['is another server’s', makeCertificate({ address: [127, 0, 0, 2] })],
    ['is out of date', makeCertificate({ years: [2001, 2002] })],
  ])('whose certificate %s never hears the password', async (_, certificate) => {
    const { use, heard } = await anFtpsPlace(certificate)

    await expect(use((folder) => folder.list(''))).rejects.toMatchObject({
      ...{ kind: 'settings', message: expect.stringContaining('certificate') },
    })
    expect(passwordsIn(heard)).toEqual([])
  })
})
