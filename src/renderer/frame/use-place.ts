import { useEffect } from 'react'
import { SCREENS } from '../stores/navigation-slice.ts'
import { useApp, useAppStore } from '../stores/use-app.ts'

const placeOf = (hash: string): { readonly screen: string; readonly order: number | null } => {
  const [screen = '', order] = hash.replace(/^#\/?/, '').split('/')
  return { screen, order: order && /^\d+$/.test(order) ? Number(order) : null }
}

/** Keeps `#/screen` or `#/orders/12` in the address, so that a reload, *Back* and a link lead where they say. */
export const usePlace = (): void => {
  const store = useAppStore()
  const { screen, openOrderId } = useApp(({ screen, openOrderId }) => ({ screen, openOrderId }))
  useEffect(() => {
    const follow = (hash: string): void => {
      const { screen: wanted, order } = placeOf(hash)
      const found = SCREENS.find((one) => one === wanted)
      if (found !== undefined && found !== store.getState().screen) store.getState().go(found)
      if (order !== null && order !== store.getState().openOrderId) void store.getState().openOrder(order)
    }
    // The event comes a moment after the change, when the address may have been written anew for where we still are.
    const hear = ({ newURL }: HashChangeEvent): void => follow(new URL(newURL).hash)
    follow(location.hash)
    window.addEventListener('hashchange', hear)
    return () => window.removeEventListener('hashchange', hear)
  }, [store])
  useEffect(() => {
    const place = screen === 'orders' && openOrderId !== null ? `#/orders/${openOrderId}` : `#/${screen}`
    if (location.hash !== place) history.replaceState(null, '', place)
  }, [screen, openOrderId])
}
