import { type Protocol, protocol } from 'electron'
import { isScreens, SCHEME } from './screens-address.ts'
import { readScreensFile } from './screens-files.ts'
import { SECURITY_HEADERS } from './security-headers.ts'

/** Before the application is ready, or never: `standard` gives the screens an origin, `secure` the rights of https. */
export const registerScreensScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])

/** Answers `navette://app/…` from the folder of the built screens, in this session alone. */
export const serveScreens = (within: Pick<Protocol, 'handle'>, folder: string): void =>
  within.handle(SCHEME, async ({ url, method }) => {
    if (method !== 'GET' || !isScreens(url)) return refuse(403, 'Navette serves its own screens only.')
    const path = new URL(url).pathname
    const file = await readScreensFile(folder, path)
    if (file !== null)
      return new Response(file.bytes, { headers: { ...SECURITY_HEADERS, 'Content-Type': file.mediaType } })
    return path === '/'
      ? refuse(503, 'The screens are not built: run `npm run build` once.')
      : refuse(404, 'Not found.')
  })

const refuse = (status: number, text: string): Response =>
  new Response(text, { status, headers: { ...SECURITY_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' } })
