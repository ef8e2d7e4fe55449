import { describe, expect, it } from 'vitest'
import { allowedLink, createLinkOpener } from '../../../src/main/shell/external-links.ts'
import { readableLog } from '../../helpers/answering.ts'
import { shell } from '../../helpers/electron-stand-in.ts'

const isKnownHost = (host: string): boolean => ['laposte.fr', 'fr.shopping.rakuten.com'].includes(host)

describe('links to the outside', () => {
  it.each([
    [
      'https://www.laposte.fr/outils/suivre-vos-envois?code=8R123',
      'https://www.laposte.fr/outils/suivre-vos-envois?code=8R123',
    ],
    ['https://fr.shopping.rakuten.com/boutique/maboutique', 'https://fr.shopping.rakuten.com/boutique/maboutique'],
  ])('leads to a known host: %s', (link, opened) => {
    expect(allowedLink(link, isKnownHost)).toBe(opened)
  })

  it.each([
    'http://www.laposte.fr/',
    'https://laposte.fr.evil.example/',
    'https://evil.example/?https://laposte.fr/',
    'https://laposte.fr@evil.example/',
    'https://someone@laposte.fr/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'navette://app/',
    'laposte.fr',
    '',
  ])('leads nowhere else: %s', (link) => {
    expect(allowedLink(link, isKnownHost)).toBeNull()
  })

  it('are opened by the system, and a refusal is logged by its host alone', () => {
    const log = readableLog()
    const open = createLinkOpener(isKnownHost, log)

    open('https://laposte.fr/suivi')
    open('https://evil.example/camille-martin')

    expect(shell.opened).toEqual(['https://laposte.fr/suivi'])
    expect(log.lines).toEqual([expect.stringContaining('evil.example')])
    expect(log.lines.join()).not.toContain('camille')
  })
})
