import { Option } from 'commander'
import { wrongUsage } from './exit-code.ts'
import type { World } from './world.ts'

export interface BuyerOption {
  readonly buyer: string
}

export const buyerOption = (): Option =>
  new Option(
    '--buyer <text>',
    'whole words of name, login, e-mail or phone; `-` reads them from standard input',
  ).makeOptionMandatory()

/** On a command line everybody on the PC can read names; standard input keeps them private. */
export const readBuyer = async ({ buyer }: BuyerOption, world: World): Promise<string> => {
  const words = (buyer === '-' ? await world.readInput() : buyer).trim()
  if (words === '') throw wrongUsage('Say which buyer: --buyer is empty.')
  return words
}
