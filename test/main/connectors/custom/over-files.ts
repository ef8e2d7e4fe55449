import { onTestFinished } from 'vitest'
import { capabilitiesOf } from '../../../../src/main/connectors/custom/capabilities.ts'
import { custom } from '../../../../src/main/connectors/custom/index.ts'
import type { BackOffice } from '../../../../src/main/connectors/sockets/back-office.ts'
import type { Folder, Folders, Records } from '../../../../src/main/connectors/sockets/ports.ts'
import { Fault } from '../../../../src/main/domain/fault.ts'
import { createFolders } from '../../../../src/main/joining/folders/create-folders.ts'
import type { BackOfficeHarness, OpenedBackOffice } from '../../../batteries/back-office/harness.ts'
import { type ClockByHand, clockByHand } from '../../../helpers/clock-by-hand.ts'
import { recordsInMemory } from '../../../helpers/records-in-memory.ts'
import { connectOffice } from '../../../simulators/connect-office.ts'
import type { CustomFilesSimulator } from '../../../simulators/custom-files/index.ts'
import { TEMPLATE } from '../../../simulators/custom-files/template.ts'
import type { SimulatorOptions } from '../../../simulators/simulator.ts'

/** One act on the files, or on what is remembered, before it is done. */
export interface Step {
  readonly name: keyof Folder | 'save'
  readonly path: string
}

/** What befalls an act: it is not done, or done without a word of it. */
export type Breaking = 'before' | 'after'

export interface OverFiles extends OpenedBackOffice {
  readonly simulator: CustomFilesSimulator
  readonly clock: ClockByHand
  readonly records: Records
  readonly steps: readonly Step[]
  /** The next acts that match break. */
  break(how: Breaking, which: (step: Step) => boolean): void
  /** The same place and the same records, opened anew as after a crash. */
  again(): BackOffice
}

type Start = (options: SimulatorOptions) => Promise<CustomFilesSimulator>
interface Facts {
  readonly template?: Readonly<Record<string, unknown>>
  readonly values?: Readonly<Record<string, string>>
  /** The importer looks into its folders after each session; otherwise when it is told to. */
  readonly isWatching?: boolean
  /** What the other side writes may be read, and not be moved. */
  readonly mayNotMove?: true
}

const SIDE = custom.title

export const openOverFiles = async (
  start: Start,
  { template = {}, values = {}, isWatching = true, mayNotMove }: Facts = {},
) => {
  const clock = clockByHand()
  const simulator = await start({ now: clock.now })
  onTestFinished(() => simulator.close())
  const remembered = recordsInMemory()
  const steps: Step[] = []
  let breaking: { readonly how: Breaking; readonly which: (step: Step) => boolean } | null = null
  const records: Records = {
    ...remembered,
    save(key, value) {
      const step: Step = { name: 'save', path: key }
      steps.push(step)
      const how = breaking?.which(step) ? breaking.how : null
      if (how !== 'before') remembered.save(key, value)
      if (how === null) return
      breaking = null
      throw new Error('The power went out')
    },
  }

  const real = createFolders(SIDE, { trust: simulator.trust })
  const folders: Folders = {
    async use(place, work) {
      try {
        return await real.use(place, (folder) => work(watched(folder)))
      } finally {
        if (isWatching) simulator.importer.work()
      }
    },
  }
  const watched = (folder: Folder): Folder => {
    const through = async <T>(name: keyof Folder, path: string, act: () => Promise<T>): Promise<T> => {
      const step = { name, path }
      steps.push(step)
      const how = breaking?.which(step) ? breaking.how : null
      if (how !== null) breaking = null
      if (how !== 'before') {
        const done = await act()
        if (how === null) return done
      }
      throw new Fault('unreachable', 'The connection broke.', {
        side: SIDE,
        outcome: name === 'list' || name === 'read' ? 'not-done' : 'unknown',
      })
    }
    return {
      list: (path) => through('list', path, () => folder.list(path)),
      read: (path, most) => through('read', path, () => folder.read(path, most)),
      write: (path, bytes) => through('write', path, () => folder.write(path, bytes)),
      move: (from, to) =>
        through('move', from, () => {
          if (mayNotMove && from.startsWith('out/')) throw new Fault('settings', 'It is closed.', { side: SIDE })
          return folder.move(from, to)
        }),
      remove: (path) => through('remove', path, () => folder.remove(path)),
    }
  }
  const filled = { ...simulator.values, ...values, template: JSON.stringify({ ...JSON.parse(TEMPLATE), ...template }) }
  const open = (): BackOffice => connectOffice(custom, { clock, values: filled, records, folders })
  const backOffice = open()
  const opened: OverFiles = {
    ...{ backOffice, simulator, clock, records, steps, there: simulator.there, wire: null, isCreation: null },
    again: open,
    break: (how, which) => {
      breaking = { how, which }
    },
    calls: () => 0,
    async placeWithoutAnswer(order) {
      opened.break('after', ({ name }) => name === 'move')
      await backOffice.placeOrder(order).then(
        () => Promise.reject(new Error('The answer was to be lost')),
        () => undefined,
      )
    },
  }
  return opened
}

export const overFiles = (start: Start): BackOfficeHarness => ({
  stockFollowsOrders: true,
  capabilities: capabilitiesOf({ template: TEMPLATE }),
  open: () => openOverFiles(start),
})
