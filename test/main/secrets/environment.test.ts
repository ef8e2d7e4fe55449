import { describe, expect, it } from 'vitest'
import { createEnvironmentSecrets } from '../../../src/main/secrets/environment.ts'

const bound = new Map([['f/connection/1/token', { env: 'RAKUTEN_TOKEN' }]])
const secretsIn = (environment: Record<string, string>) =>
  createEnvironmentSecrets(
    environment,
    (name) => bound.get(name) ?? null,
    async () => '',
  )

describe('secrets of the environment', () => {
  it('come from the variable that the configuration names', async () => {
    expect(await secretsIn({ RAKUTEN_TOKEN: 'abc' }).read('f/connection/1/token')).toBe('abc')
  })

  it('are read anew, so that a changed variable is seen', async () => {
    const environment = { RAKUTEN_TOKEN: 'old' }
    const secrets = secretsIn(environment)
    await secrets.read('f/connection/1/token')

    environment.RAKUTEN_TOKEN = 'new'

    expect(await secrets.read('f/connection/1/token')).toBe('new')
  })

  it('are absent where the configuration names no variable', async () => {
    expect(await secretsIn({ RAKUTEN_TOKEN: 'abc' }).read('f/connection/2/token')).toBeNull()
  })

  it.each([{}, { RAKUTEN_TOKEN: '' }, { RAKUTEN_TOKEN: ' abc' }, { RAKUTEN_TOKEN: 'abc\n' }])(
    'name the variable of %j as the one to set right, without its value',
    async (environment: Record<string, string>) => {
      const refusal = await secretsIn(environment)
        .read('f/connection/1/token')
        .catch((fault: unknown) => fault)

      expect(refusal).toMatchObject({ kind: 'settings', detail: { variable: 'RAKUTEN_TOKEN' } })
      expect(String(refusal)).not.toContain('abc')
    },
  )

  it('come from the file that the configuration names: a password without its line end, a key of many lines to the sign', async () => {
    const files: Readonly<Record<string, string>> = {
      '/s/password': 'abc\n',
      '/s/key': 'BEGIN\nabc\nEND\n',
      '/s/empty': '\n',
    }
    const readFile = async (place: string): Promise<string> => files[place] ?? Promise.reject(new Error('ENOENT'))
    const secrets = createEnvironmentSecrets({}, (file) => ({ file }), readFile)

    expect(await secrets.read('/s/password')).toBe('abc')
    expect(await secrets.read('/s/key')).toBe('BEGIN\nabc\nEND\n')
    for (const place of ['/s/empty', '/s/gone'])
      await expect(secrets.read(place)).rejects.toMatchObject({ kind: 'settings', detail: { variable: place } })
  })

  it('are never written', async () => {
    await expect(secretsIn({}).save('f/connection/1/token', 'abc')).rejects.toMatchObject({ kind: 'settings' })
  })

  it('stay when their connection is removed', async () => {
    const secrets = secretsIn({ RAKUTEN_TOKEN: 'abc' })

    await secrets.remove('f/connection/1/token')

    expect(await secrets.read('f/connection/1/token')).toBe('abc')
  })
})
