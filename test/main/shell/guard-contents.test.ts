import { describe, expect, it } from 'vitest'
import { guardContents } from '../../../src/main/shell/guard-contents.ts'
import { BrowserWindow } from '../../helpers/electron-stand-in.ts'

const guarded = () => {
  const { webContents } = new BrowserWindow({})
  const links: string[] = []
  // The stand-in has what a guard may use.
  guardContents(webContents as unknown as Electron.WebContents, (link) => void links.push(link))
  return { webContents, links }
}

describe('guardContents', () => {
  it('opens no second window; the address goes to whoever opens links', () => {
    const { webContents, links } = guarded()

    const opened = webContents.openWindow('https://laposte.fr/suivi')

    expect(opened).toBe('deny')
    expect(links).toEqual(['https://laposte.fr/suivi'])
  })

  it.each([
    'https://evil.example/',
    'file:///etc/passwd',
    'navette://app/assets/index.js',
    'navette://other/',
    'about:blank',
  ])('goes nowhere else: %s', (url) => {
    const { webContents, links } = guarded()

    const stopped = [
      webContents.isStopped('will-navigate', { url }),
      webContents.isStopped('will-frame-navigate', { url, isMainFrame: true }),
    ]

    expect(stopped).toEqual([true, true])
    expect(links).toEqual([])
  })

  it('may reload its own page, wherever in it', () => {
    const { webContents } = guarded()

    const stopped = [
      webContents.isStopped('will-navigate', { url: 'navette://app/#/orders/12' }),
      webContents.isStopped('will-frame-navigate', { url: 'navette://app/', isMainFrame: true }),
    ]

    expect(stopped).toEqual([false, false])
  })

  it('holds no page within the page, not even its own', () => {
    const { webContents } = guarded()

    expect(webContents.isStopped('will-frame-navigate', { url: 'navette://app/', isMainFrame: false })).toBe(true)
    expect(webContents.isStopped('will-attach-webview')).toBe(true)
  })

  it('follows no redirection', () => {
    const { webContents } = guarded()

    expect(webContents.isStopped('will-redirect', { url: 'https://evil.example/' })).toBe(true)
  })
})
