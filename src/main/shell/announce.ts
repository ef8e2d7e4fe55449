import type { WebContents } from 'electron'
import { type ContractEvent, EVENT_CHANNEL } from '../../preload/contract/events.ts'

/** Tells the window, if one is open, what changed. */
export const announce = (contents: WebContents | null, event: ContractEvent): void => {
  if (contents !== null && !contents.isDestroyed()) contents.send(EVENT_CHANNEL, event)
}
