import type { WebContents } from 'electron'
import { isScreensPage } from './screens-address.ts'

/** Keeps whatever holds web pages on our own: no other address, no second window, no embedded page. */
export const guardContents = (contents: WebContents, openLink: (link: string) => void): void => {
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => {
    if (!isScreensPage(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isScreensPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
