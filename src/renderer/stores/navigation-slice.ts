import type { Slice } from './app-store.ts'

/** In the order of the rail, and of Ctrl+1 to Ctrl+7. */
export const SCREENS = ['orders', 'stock', 'delivery', 'products', 'connections', 'activity', 'settings'] as const
export type Screen = (typeof SCREENS)[number]

export interface NavigationSlice {
  readonly screen: Screen
  /** The sheet of all keys is open. */
  readonly keysShown: boolean
  go(screen: Screen): void
  showKeys(shown: boolean): void
}

export const createNavigationSlice: Slice<NavigationSlice> = (set) => ({
  screen: 'orders',
  keysShown: false,
  go: (screen) => set({ screen }),
  showKeys: (keysShown) => set({ keysShown }),
})
