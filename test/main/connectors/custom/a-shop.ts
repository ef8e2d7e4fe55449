import { custom } from '../../../../src/main/connectors/custom/index.ts'
import { BLUE_MUG, RED_MUG } from '../../../batteries/back-office/harness.ts'
import { type OverSimulator, openOverSimulator } from '../../../batteries/over-simulator.ts'
import { type CustomHttpSimulator, startCustomHttpSimulator } from '../../../simulators/custom-http/index.ts'
import { DEFAULT_SETUP, type Setup } from '../../../simulators/custom-http/setup.ts'
import { templateFor } from '../../../simulators/custom-http/template.ts'

export type OpenShop = OverSimulator<CustomHttpSimulator>

/** A shop that was built as `setup` says, with ten blue mugs and five red ones; `change` lays its owner's own ideas over the template. */
export const openShop = async (
  setup: Partial<Setup> = {},
  change: (template: ReturnType<typeof templateFor>) => unknown = (template) => template,
  values: Readonly<Record<string, string>> = {},
): Promise<OpenShop> => {
  const template = change(templateFor({ ...DEFAULT_SETUP, ...setup }))
  const shop = await openOverSimulator(custom, (options) => startCustomHttpSimulator(options, setup), {
    values: { template: JSON.stringify(template), ...values },
  })
  await shop.there.addProducts([BLUE_MUG, RED_MUG])
  return shop
}

/** A shop that speaks as another template says, below its own root. */
export const openShopWith = async (template: unknown, setup: Partial<Setup> = {}): Promise<OpenShop> => {
  const shop = await openOverSimulator(custom, async (options) => {
    const simulator = await startCustomHttpSimulator(options, setup)
    return { ...simulator, values: simulator.valuesFor(template, '') }
  })
  await shop.there.addProducts([BLUE_MUG, RED_MUG])
  return shop
}
