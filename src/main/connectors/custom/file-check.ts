import { isFault } from '../../domain/fault.ts'
import type { Check } from '../sockets/definition.ts'
import type { Folder } from '../sockets/ports.ts'
import type { Inbox, Incoming } from './file-inbox.ts'
import { below, type FilePlace } from './file-place.ts'
import type { Office } from './office.ts'

/** Where an attempt to write is made, which is taken away again. */
const ATTEMPT = 'navette-check.tmp'

/** The checks of the place, each by itself: it opens, we may write, what comes in has its folders, nothing was put aside. */
export const checkFiles = async (office: Office, place: FilePlace, inbox: Inbox): Promise<readonly Check[]> => {
  const { createOrder, readOrders, readStock, cancelOrder } = office.template
  const outgoing = [createOrder, cancelOrder].flatMap((one) => (one.kind === 'file' ? [one.folder] : []))
  const acknowledgement = createOrder.kind === 'file' ? createOrder.acknowledgement : undefined
  const incoming: readonly Incoming[] = [readOrders, readStock, acknowledgement].flatMap((one) =>
    one !== undefined && (!('kind' in one) || one.kind === 'file') ? [one] : [],
  )
  const checks: Check[] = []
  const check = async (name: string, work: () => Promise<string>): Promise<void> => {
    checks.push(await checked(name, work))
  }
  const opened = await checked('Folder', () =>
    place.use(async (folder) => {
      for (const path of new Set(outgoing)) await check(`Writing into “${path || '/'}”`, () => mayWrite(folder, path))
      for (const path of new Set(incoming.map(({ folder: at }) => at)))
        await check(`Reading from “${path || '/'}”`, () => mayRead(folder, path))
      if (incoming.length > 0) checks.push(await nothingRejected(folder, inbox, incoming))
      const hostKey = place.hostKey()
      return hostKey === null ? 'It opens.' : `It opens; the host key is ${hostKey}.`
    }),
  )
  return [opened, ...checks]
}

const checked = async (name: string, work: () => Promise<string>): Promise<Check> => {
  try {
    return { name, ok: true, message: await work() }
  } catch (error) {
    if (!isFault(error)) throw error
    return { name, ok: false, message: error.message }
  }
}

const mayWrite = async (folder: Folder, path: string): Promise<string> => {
  await folder.write(below(path, ATTEMPT), new Uint8Array())
  await folder.remove(below(path, ATTEMPT))
  return 'Navette may write and remove files.'
}

const mayRead = async (folder: Folder, path: string): Promise<string> => {
  const { length } = await folder.list(path)
  return length === 1 ? '1 file is there.' : `${length} files are there.`
}

/** They say nothing of login and folder: no reason to refuse these. */
const nothingRejected = async (folder: Folder, inbox: Inbox, incoming: readonly Incoming[]): Promise<Check> => {
  const rejected = new Set<string>()
  for (const one of incoming) for (const path of await inbox.rejected(folder, one)) rejected.add(path)
  const name = 'Files that could not be read'
  if (rejected.size === 0) return { name, ok: true, message: 'None.' }
  const [first, ...others] = rejected
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  const message = `“${first}”${more}: what they say is not known. Put each right and back where it came, or take it away.`
  return { name, ok: false, message, aside: true }
}
