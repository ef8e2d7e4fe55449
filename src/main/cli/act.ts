import { Argument, type Command } from 'commander'
import type { OrderRow } from '../../preload/contract/order-views.ts'
import type { Act } from '../../preload/contract/orders.ts'
import type { ActResultView } from '../../preload/contract/shapes.ts'
import { ACTIONS, type Action, type ActOptions, toTask } from './act-task.ts'
import type { Run } from './command-line.ts'
import { type Correction, correctedAddress } from './corrected-address.ts'
import { EXIT, type ExitCode, wrongUsage } from './exit-code.ts'
import { fixConnection } from './fix-connection.ts'
import { addFixOptions } from './fix-options.ts'
import { nowOption } from './now-option.ts'
import { type Questions, unwrap } from './questions.ts'
import type { Session } from './run-with-navette.ts'
import { sendTestOrder } from './send-test-order.ts'
import { shipFromThisPc } from './ship-from-this-pc.ts'
import { whichOrder } from './which-order.ts'
import type { World } from './world.ts'

/** A correction is laid over the address the order has. */
const withAddress = async (ask: Questions, { id }: OrderRow, act: Act, correction: Correction | null): Promise<Act> => {
  const detail = correction && act.action === 'fix' ? unwrap(await ask.orders.get({ id })) : null
  if (!detail || !correction || act.action !== 'fix') return act
  const address = correctedAddress(detail, correction)
  if (address !== null) return { ...act, inputs: { ...act.inputs, address } }
  throw wrongUsage('The order has no address any more: the file must hold a whole one.')
}

const actOn = async (ask: Questions, order: OrderRow, act: Act): Promise<ActResultView> => {
  const [result] = unwrap(await ask.orders.act({ ids: [order.id], act, job: null }))
  return result ?? { reference: order.reference, action: act.action, done: false, message: 'Nothing was done.' }
}

const tell = async ({ print }: Session, action: Action, result: ActResultView): Promise<ExitCode | undefined> => {
  const { reference, done, message } = result
  await print({ reference, action, done, message }, message)
  return done ? undefined : EXIT.problems
}

/** An order or a connection that nobody can tell: wrong usage, which `--json` tells like anything else that was not done. */
const tellNoSuch = async ({ print, world }: Session, reference: string, action: Action, message: string) => {
  await print({ reference, action, done: false, message }, null)
  world.writeError(`${message}\n`)
  return EXIT.usage
}

export const addActCommand = (program: Command, run: Run, world: World): void => {
  const command = program
    .command('act')
    .summary('what the buttons do, at once')
    .description(
      'What the buttons do, at once. `track` needs --carrier and --number; `fix` needs --choice and what that choice asks ' +
        'for. `ship` ships an order of This PC; a parcel that travels untracked has no --number. ' +
        "A connection's own problem is fixed with --connection alone. `test-order` sends a marked, harmless order into the " +
        'back office of --connection, or looks again at the one under way; cancel it there, and look once more.',
    )
    .addArgument(new Argument('<action>', 'what to do').choices(ACTIONS))
    .option('--order <number>', "Rakuten's purchase id")
    .option('--connection <label>', 'whose order, where two accounts share a number; whose test order')
    .addOption(nowOption())
  addFixOptions(command)

  command.action(async (action: Action, options: ActOptions) => {
    const task = await toTask(action, options, world)
    await run({ now: options.now ?? null }, async (session) => {
      const { ask } = session
      if ('testOrderOf' in task) {
        const result = await sendTestOrder(ask, task.testOrderOf)
        return typeof result === 'string' ? tellNoSuch(session, '', action, result) : tell(session, action, result)
      }
      if ('fix' in task) {
        const result = await fixConnection(ask, task.label, task.fix)
        return typeof result === 'string' ? tellNoSuch(session, '', action, result) : tell(session, action, result)
      }
      const order = await whichOrder(ask, task.reference, options.connection)
      if (typeof order === 'string') return tellNoSuch(session, task.reference, action, order)
      const { act, correction } = task
      if (act.action === 'ship') return tell(session, action, await shipFromThisPc(ask, order, act))
      return tell(session, action, await actOn(ask, order, await withAddress(ask, order, act, correction)))
    })
  })
}
