/** The screens have an address of their own: neither a file's, which may read other files, nor a server's. */
export const SCHEME = 'navette'
export const SCREENS = `${SCHEME}://app/`

/** Something the screens can be opened at: the tray, a notification and a start from outside name no more than that. */
export type Place =
  | { readonly screen: 'orders'; readonly orderId: number | null }
  | { readonly screen: 'connections' | 'settings' }

/** `navette://app/#/orders/12`: the screens read the part after `#` when they open and whenever it changes. */
export const addressOf = (place: Place | null): string => {
  if (place === null) return SCREENS
  const orderId = place.screen === 'orders' ? place.orderId : null
  return `${SCREENS}#/${place.screen}${orderId === null ? '' : `/${orderId}`}`
}

export const isScreens = (address: string): boolean => address.startsWith(SCREENS)

/** The page itself, wherever in it: the only address the window may ever go to. */
export const isScreensPage = (address: string): boolean => address.replace(/[?#].*$/s, '') === SCREENS
