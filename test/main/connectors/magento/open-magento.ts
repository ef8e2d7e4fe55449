import { magento } from '../../../../src/main/connectors/magento/index.ts'
import type { BackOffice } from '../../../../src/main/connectors/sockets/back-office.ts'
import { type OverSimulator, type OverSimulatorOptions, openOverSimulator } from '../../../batteries/over-simulator.ts'
import { type MagentoHands, type MagentoSimulator, startMagentoSimulator } from '../../../simulators/magento/index.ts'

export interface OpenedMagento extends OverSimulator<MagentoSimulator> {
  readonly hands: MagentoHands
}

/** The connector in front of a simulated shop with ten blue mugs and five red ones. */
export const openMagento = async (options: OverSimulatorOptions = {}): Promise<OpenedMagento> => {
  const opened = await openOverSimulator(magento, startMagentoSimulator, options)
  await opened.there.addProducts([
    { sku: 'MUG-BLUE', title: 'Blue mug', stock: 10, priceCents: 1290 },
    { sku: 'MUG-RED', title: 'Red mug', stock: 5, priceCents: 1995 },
  ])
  return { ...opened, hands: opened.simulator.hands }
}

export const stockOf = async (backOffice: BackOffice): Promise<Record<string, number | null>> =>
  Object.fromEntries((await backOffice.readStock()).map(({ sku, available }) => [sku, available]))

/** Path and method of what the shop was asked, without the query: `POST orders`. */
export const callsTo = ({ wire }: OpenedMagento, from = 0): readonly string[] =>
  (wire?.received ?? []).slice(from).map(({ method, url }) => `${method} ${url.pathname.replace(/^.*\/V1\//, '')}`)
