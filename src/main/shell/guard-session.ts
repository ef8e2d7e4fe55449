import type { Session } from 'electron'
import { isScreens } from './screens-address.ts'

/** Copying a number the seller pressed *Copy* on; what is asked of the system beyond that is refused. */
const ALLOWED = 'clipboard-sanitized-write'

const isOwnFile = (address: string): boolean => isScreens(address) || address.startsWith('blob:navette://app/')

/** The window's session asks nothing of the system, speaks to nobody, and saves only what our own page made. */
export const guardSession = (session: Session, more: { readonly devTools: boolean }): void => {
  session.setPermissionRequestHandler((_, permission, callback, { requestingUrl }) =>
    callback(permission === ALLOWED && isScreens(requestingUrl)),
  )
  session.setPermissionCheckHandler((_, permission, origin) => permission === ALLOWED && isScreens(withSlash(origin)))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_, callback) => callback({}))
  session.setBluetoothPairingHandler((_, callback) => callback({ confirmed: false }))
  // Its dictionaries would be fetched from a foreign server.
  session.setSpellCheckerEnabled(false)

  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const ours = isOwnFile(url) || url.startsWith('data:') || (more.devTools && url.startsWith('devtools:'))
    callback({ cancel: !ours })
  })
  session.on('will-download', (event, item) => {
    if (!isOwnFile(item.getURL()) && !item.getURL().startsWith('data:')) event.preventDefault()
  })
}

/** Origins come with or without their closing slash. */
const withSlash = (origin: string): string => (origin.endsWith('/') ? origin : `${origin}/`)
