import { type Browser, chromium } from 'playwright-core'
import { chromiumPath } from './requirements.ts'

/** Debian's Chromium without a window; nothing but loopback has an address for it. */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost'],
  })
