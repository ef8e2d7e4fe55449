import { describe, expect, it } from 'vitest'
import { makeCertificate } from '../../../simulators/file-servers/certificate.ts'
import { anFtpsPlace } from './a-place.ts'

const passwordsIn = (heard: readonly string[]): readonly string[] => heard.filter((line) => line.startsWith('PASS'))

describe('an FTPS server', () => {
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
