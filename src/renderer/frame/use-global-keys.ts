import { useEffect } from 'react'
import type { AppState } from '../stores/app-store.ts'
import { useAppStore } from '../stores/use-app.ts'
import { isTyping, overlayIsOpen } from './keyboard.ts'
import { screensShown } from './screens-shown.ts'

/** Keys that work on every screen. */
export const useGlobalKeys = (): void => {
  const store = useAppStore()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const run = event.defaultPrevented || overlayIsOpen() ? null : actOf(event, store.getState())
      if (run === null) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [store])
}

/** What a key does here; null: it is left to the browser, which keeps its own Ctrl+R. */
const actOf = (event: KeyboardEvent, state: AppState): (() => void) | null => {
  const { go, showKeys, syncNow, settings, info } = state
  if (event.ctrlKey || event.metaKey) {
    const screen = screensShown(state)[Number(event.key) - 1]
    if (screen !== undefined) return () => go(screen)
    if (event.key === ',') return () => go('settings')
    return event.key.toLowerCase() === 'r' && info?.host === 'desktop' ? () => void syncNow(null) : null
  }
  if (event.key === 'F6') return () => focusNextRegion(event.shiftKey)
  if (isTyping(event.target) || settings?.singleKeys === false) return null
  if (event.key === '?') return () => showKeys(true)
  return event.key === '/' ? focusSearch : null
}

const focusSearch = (): void => document.querySelector<HTMLElement>('[data-search]')?.focus()

const focusNextRegion = (backwards: boolean): void => {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions.at((here + (backwards ? -1 : 1)) % Math.max(1, regions.length))
  const inside = next?.querySelector<HTMLElement>('[tabindex="0"], button, a[href], input, select')
  ;(inside ?? next)?.focus()
}
