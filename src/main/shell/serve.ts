import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { channelOf } from '../../preload/contract/endpoint.ts'
import { contract } from '../../preload/contract/index.ts'
import type { Reply } from '../../preload/contract/reply.ts'
import type { Answer } from '../answers/answer.ts'
import type { Log } from './log.ts'
import { isScreens } from './screens-address.ts'

const CHANNELS: readonly string[] = Object.entries(contract).flatMap(([area, endpoints]) =>
  Object.keys(endpoints).map((name) => channelOf(area, name)),
)

const REFUSED: Reply<never> = {
  ok: false,
  fault: { kind: 'bad-input', message: 'Only the window of Navette may ask this.', field: null },
}

interface Needs {
  readonly answer: Answer
  /** True for the contents of the window we opened. */
  readonly isWindow: (contents: IpcMainInvokeEvent['sender']) => boolean
  readonly log: Log
}

/** Puts the answers on IPC: the only caller of `ipcMain.handle`. `answer` parses the question and turns faults into replies. */
export const serve = ({ answer, isWindow, log }: Needs): void => {
  const mayAsk = ({ sender, senderFrame }: IpcMainInvokeEvent): boolean =>
    isWindow(sender) && senderFrame !== null && senderFrame.parent === null && isScreens(senderFrame.url)

  for (const channel of CHANNELS)
    ipcMain.handle(channel, (event, input: unknown) => {
      if (mayAsk(event)) return answer(channel, input)
      log.warn('a stranger asked a question', { channel })
      return REFUSED
    })
}
