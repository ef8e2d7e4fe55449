import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { registerScreensScheme, serveScreens } from '../../../src/main/shell/screens-protocol.ts'
import { protocol } from '../../helpers/electron-stand-in.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

let folder = ''

beforeEach(() => {
  const outside = temporaryFolder()
  folder = join(outside, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(outside, 'secret.js'), 'let token')
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets', 'index.js'), 'let screens')
  serveScreens(protocol, folder)
})

describe('navette://app/', () => {
  it('has an origin of its own and the rights of https, and may not go round the content security policy', () => {
    registerScreensScheme()

    expect(protocol.schemes).toEqual([
      { scheme: 'navette', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
  })

  it('serves the built screens', async () => {
    const page = await protocol.get('navette://app/')
    const script = await protocol.get('navette://app/assets/index.js')

    expect(page.headers.get('Content-Type')).toContain('text/html')
    expect(await page.text()).toBe('<!doctype html>')
    expect(script.headers.get('Content-Type')).toContain('text/javascript')
    expect(await script.text()).toBe('let screens')
  })

  it.each(['navette://app/', 'navette://app/missing.js', 'navette://other/'])(
    'sends the content security policy with every answer: %s',
    async (address) => {
      const { headers } = await protocol.get(address)

      const policy = headers.get('Content-Security-Policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self';")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    },
  )

  it.each([
    ['navette://app/..%2Fsecret.js', 404],
    ['navette://app/assets/..%2F..%2Fsecret.js', 404],
    ['navette://app/%5C..%5Csecret.js', 404],
    ['navette://app/index.js%00.html', 404],
    ['navette://app/assets', 404],
    ['navette://app/%E0%A4%A', 404],
    ['navette://evil/index.html', 403],
  ])('serves nothing outside their folder: %s', async (address, status) => {
    const response = await protocol.get(address)

    expect(response.status).toBe(status)
  })

  it('only reads', async () => {
    const response = await protocol.get('navette://app/', { method: 'POST' })

    expect(response.status).toBe(403)
  })

  it('says what is missing when the screens are not built', async () => {
    serveScreens(protocol, join(folder, 'nowhere'))

    const response = await protocol.get('navette://app/')

    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm run build')
  })
})
