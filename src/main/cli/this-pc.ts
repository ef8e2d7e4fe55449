import type { BackOfficeView } from '../../preload/contract/back-offices.ts'
import { wrongUsage } from './exit-code.ts'
import { type Questions, unwrap } from './questions.ts'

/** Back offices whose products and orders are kept in our own database. */
export const officesOfThisPc = async (ask: Questions): Promise<readonly BackOfficeView[]> =>
  unwrap(await ask.backOffices.list()).filter(({ officeKind }) => officeKind === 'built-in')

/** The one that is meant; its label decides where there are several. */
export const oneOfThisPc = async (ask: Questions, label: string | undefined): Promise<BackOfficeView> => {
  const offices = await officesOfThisPc(ask)
  const [office, ...others] = label === undefined ? offices : offices.filter((one) => one.label === label)
  if (office !== undefined && others.length === 0) return office
  const labels = offices.map((one) => one.label).join(', ')
  throw wrongUsage(
    offices.length === 0
      ? 'This PC is not among the back offices: products are imported and exported there only.'
      : `Say which one with --back-office (${labels}).`,
  )
}
