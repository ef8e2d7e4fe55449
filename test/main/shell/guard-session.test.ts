import { beforeAll, describe, expect, it } from 'vitest'
import { guardSession } from '../../../src/main/shell/guard-session.ts'
import { session } from '../../helpers/electron-stand-in.ts'

const guarded = session.defaultSession

beforeAll(() => {
  // The stand-in has what a guard may use.
  guardSession(guarded as unknown as Electron.Session, { devTools: false })
})

describe('guardSession', () => {
  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'usb', 'unknown'])(
    'refuses our own page the permission %s',
    (permission) => {
      expect(guarded.permissions(permission, 'navette://app/')).toEqual({ requested: false, checked: false })
    },
  )

  it('lets our page, and no other, write to the clipboard what the seller copied', () => {
    const copy = 'clipboard-sanitized-write'

    expect(guarded.permissions(copy, 'navette://app/')).toEqual({ requested: true, checked: true })
    expect(guarded.permissions(copy, 'https://evil.example/')).toEqual({ requested: false, checked: false })
  })

  it('gives out no device', () => {
    const device: Electron.HIDDevice = { deviceId: '1', name: 'Scanner', vendorId: 1, productId: 1, collections: [] }

    expect(guarded.givesDevice({ deviceType: 'hid', origin: 'navette://app', device })).toBe(false)
  })

  it.each([
    'https://evil.example/?orders=all',
    'http://127.0.0.1:7227/',
    'wss://evil.example/',
    'file:///etc/passwd',
    'blob:https://evil.example/1',
    'devtools://devtools/bundled/inspector.html',
  ])('asks the network for nothing: %s', (url) => {
    expect(guarded.isCancelled(url)).toBe(true)
  })

  it.each(['navette://app/assets/index.js', 'blob:navette://app/1', 'data:image/png;base64,AA'])(
    'loads what is its own: %s',
    (url) => {
      expect(guarded.isCancelled(url)).toBe(false)
    },
  )

  it('saves the files our page made, and downloads none', () => {
    expect(guarded.isDownloadStopped('blob:navette://app/orders')).toBe(false)
    expect(guarded.isDownloadStopped('https://evil.example/setup.exe')).toBe(true)
  })

  it('checks no spelling, since the dictionaries lie on a foreign server', () => {
    expect(guarded.spellChecker).toBe(false)
  })
})
