import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { AppState, AppStore } from './app-store.ts'

export const AppStoreContext = createContext<AppStore | null>(null)

export const useAppStore = (): AppStore => {
  const store = useContext(AppStoreContext)
  if (store === null) throw new Error('A screen was shown outside the application')
  return store
}

/** Selects from what the window knows; an object is compared field by field. */
export const useApp = <T>(pick: (state: AppState) => T): T => useStore(useAppStore(), useShallow(pick))
