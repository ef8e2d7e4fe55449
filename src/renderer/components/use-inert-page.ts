import { useEffect } from 'react'

let dialogs = 0

/** While a dialog is open, nothing behind it can be reached. */
export const useInertPage = (open: boolean): void => {
  useEffect(() => {
    const page = document.getElementById('root')
    if (!open || page === null) return
    dialogs += 1
    page.inert = true
    return () => {
      dialogs -= 1
      page.inert = dialogs > 0
    }
  }, [open])
}
