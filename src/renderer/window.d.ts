import type { Api } from '../preload/contract/index.ts'

declare global {
  interface Window {
    /** Put there by the preload; a browser has none. */
    readonly api?: Api
  }
}
