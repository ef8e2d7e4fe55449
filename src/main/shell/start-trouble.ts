import { app, dialog } from 'electron'
import type { Log } from './log.ts'
import { chosenLanguage, readWords } from './words.ts'

/** Why Navette did not open, in one sentence; a cause that lies in Navette itself is left to the log. */
const reasonOf = (error: unknown): string | null =>
  // A fault, read by its shape: this room knows the domain from its answers only.
  error instanceof Error && 'kind' in error && 'detail' in error ? error.message : null

/** Says why Navette could not open its data; true when the seller wants it tried again. */
export const wantsAnotherTry = async (error: unknown, resources: string, log: Log): Promise<boolean> => {
  log.error('Navette did not open', { error })
  const words = readWords(resources, chosenLanguage('system', app.getPreferredSystemLanguages()))
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Navette',
    message: words('start.failed'),
    detail: reasonOf(error) ?? words('start.bug', { folder: app.getPath('logs') }),
    buttons: [words('start.tryAgain'), words('tray.quit')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}
