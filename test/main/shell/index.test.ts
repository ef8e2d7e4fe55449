import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it, vi } from 'vitest'
import { createNavette } from '../../../src/main/navette.ts'
import { app } from '../../helpers/electron-stand-in.ts'
import { aNavette, freshPc } from '../../helpers/running-desktop.ts'

// The engine itself would ask this PC's keychain.
vi.mock('../../../src/main/navette.ts', () => ({ createNavette: vi.fn() }))

beforeEach(freshPc)

it('opens the engine on the data folder that the command line knows too, and keeps Chromium out of it', async () => {
  app.isPackaged = false
  // The window speaks as the tray does: the first of the system's languages that has its texts.
  app.languages = ['nl-NL', 'de-AT', 'en-GB']
  // As much of the engine as the desktop touches.
  vi.mocked(createNavette).mockResolvedValue(aNavette().navette as unknown as Awaited<ReturnType<typeof createNavette>>)

  let evaluated = (): void => {}
  app.becomesReady = new Promise((resolve) => {
    evaluated = resolve
  })

  // Electron is ready only once its entry has been evaluated: an entry that waited for it would wait for ever.
  await import('../../../src/main/index.ts')
  evaluated()
  await vi.waitFor(() => expect(createNavette).toHaveBeenCalled())

  const dataDir = join(app.folder, 'Navette')
  expect(createNavette).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      dataDir,
      holder: 'the desktop application',
      secrets: { kind: 'keychain' },
      resources: join(app.folder, 'resources'),
      about: { version: '1.0.0', host: 'desktop', platform: process.platform, systemLocale: 'de' },
    }),
  )
  expect(app.paths).toEqual({ userData: join(dataDir, 'window'), logs: join(dataDir, 'logs') })
  expect(existsSync(dataDir)).toBe(true)
})
