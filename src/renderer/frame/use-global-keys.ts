import { useEffect } from 'react'
import { SCREENS } from '../stores/navigation-slice.ts'
import { useAppStore } from '../stores/use-app.ts'
import { isTyping, overlayIsOpen } from './keyboard.ts'
import { screensShown } from './screens-shown.ts'

/** Keys that work on every screen. A browser keeps its own Ctrl+R. */
export const useGlobalKeys = (): void => {
  const store = useAppStore()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { go, showKeys, syncNow, settings, info } = store.getState()
      if (event.defaultPrevented || overlayIsOpen()) return
      const done = (run: () => void): void => {
        event.preventDefault()
        run()
      }
      if (event.ctrlKey || event.metaKey) {
        const screen = screensShown(store.getState())[Number(event.key) - 1]
        if (screen !== undefined && SCREENS.length >= Number(event.key)) return done(() => go(screen))
        if (event.key === ',') return done(() => go('settings'))
        if (event.key.toLowerCase() === 'r' && info?.host === 'desktop') return done(() => void syncNow(null))
        return
      }
      if (event.key === 'F6') return done(() => focusNextRegion(event.shiftKey))
      if (isTyping(event.target) || settings?.singleKeys === false) return
      if (event.key === '?') return done(() => showKeys(true))
      if (event.key === '/') return done(focusSearch)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [store])
}

const focusSearch = (): void => document.querySelector<HTMLElement>('[data-search]')?.focus()

const focusNextRegion = (backwards: boolean): void => {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions.at((here + (backwards ? -1 : 1)) % Math.max(1, regions.length))
  const inside = next?.querySelector<HTMLElement>('[tabindex="0"], button, a[href], input, select')
  ;(inside ?? next)?.focus()
}
