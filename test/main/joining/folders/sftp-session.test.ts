import { describe, expect, it } from 'vitest'
import { makeSshKey } from '../../../simulators/file-servers/ssh-key.ts'
import { anSftpPlace } from './a-place.ts'

describe('the host key of an SFTP server', () => {
  it('is told when it lets us in, and taken again', async () => {
    const { use, shown } = await anSftpPlace()

    await use((folder) => folder.list(''))
    const [hostKey = null] = shown
    await use((folder) => folder.list(''), { hostKey })

    expect(hostKey).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/)
    expect(shown).toEqual([hostKey, hostKey])
  })

  it('is not told by a server that let us not in', async () => {
    const { use, shown } = await anSftpPlace()

    await use((folder) => folder.list(''), { password: 'wrong' }).catch(() => null)

    expect(shown).toEqual([])
  })

  it('that is another one stops us before the password is said, and both are named', async () => {
    const { use, wire, shown } = await anSftpPlace()
    const hostKey = `SHA256:${'A'.repeat(43)}`

    const fault = await use((folder) => folder.list(''), { hostKey }).catch((error: unknown) => error)

    expect(fault).toMatchObject({ kind: 'settings', detail: { code: 'HOST_KEY', known: hostKey } })
    expect(String(fault)).toMatch(/SHA256:\S{43}, and not SHA256:A{43}/)
    expect([shown, wire?.acts]).toEqual([[], []])
  })

  it('may be written with blanks, padding and without its algorithm', async () => {
    const { use, shown } = await anSftpPlace()
    await use((folder) => folder.list(''))

    const typed = ` ${shown[0]?.replace('SHA256:', '')}= `

    expect(await use((folder) => folder.list(''), { hostKey: typed })).toEqual([])
  })
})

describe('an SFTP server lets us in', () => {
  it('by a private key', async () => {
    const { private: privateKey, public: publicKey } = makeSshKey()
    const { use } = await anSftpPlace({ publicKey })

    expect(await use((folder) => folder.list(''), { privateKey, password: '' })).toEqual([])
  })

  it('by a private key that a password opens, and by no other password', async () => {
    const { private: privateKey, public: publicKey } = makeSshKey('opens-it')
    const { use } = await anSftpPlace({ publicKey })

    expect(await use((folder) => folder.list(''), { privateKey, password: 'opens-it' })).toEqual([])
    for (const password of ['', 'other'])
      await expect(use((folder) => folder.list(''), { privateKey, password })).rejects.toMatchObject({
        ...{ kind: 'credentials', message: expect.stringContaining('private key') },
      })
  })

  it('not by another key, nor by a text that is none', async () => {
    const { public: publicKey } = makeSshKey()
    const { private: other } = makeSshKey()
    const { use } = await anSftpPlace({ publicKey })

    for (const privateKey of [other, 'no key at all'])
      await expect(use((folder) => folder.list(''), { privateKey, password: '' })).rejects.toMatchObject({
        kind: 'credentials',
      })
  })

  it('by a password that it asks for as of a person', async () => {
    const { use } = await anSftpPlace({ asksOnly: true })

    expect(await use((folder) => folder.list(''))).toEqual([])
    await expect(use((folder) => folder.list(''), { password: 'wrong' })).rejects.toMatchObject({ kind: 'credentials' })
  })

  it('not without a login', async () => {
    const { use } = await anSftpPlace()

    await expect(use((folder) => folder.list(''), { login: '' })).rejects.toMatchObject({ name: 'Fault' })
  })
})
