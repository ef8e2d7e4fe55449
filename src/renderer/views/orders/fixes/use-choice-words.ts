import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '../../../../preload/contract/order-views.ts'
import type { ProblemView } from '../../../../preload/contract/shapes.ts'
import { useFormat } from '../../../i18n/use-format.ts'

/** What a button of a problem says: the verb, with the numbers it is about. */
export const useChoiceWords = (): ((order: OrderDetail, problem: ProblemView, choice: string) => string) => {
  const { t } = useTranslation()
  const format = useFormat()
  return (order, { kind, detail, needsPerson }, choice) => {
    const { offerCents, currency, available, needed } = detail
    if (choice === 'accept' && kind === 'negotiation' && typeof offerCents === 'number')
      return t('problem.choice.acceptOffer', { offer: format.money(offerCents, String(currency ?? 'EUR')) })
    if (choice === 'accept-available')
      return t('problem.choice.accept-available', { available, rest: Number(needed) - Number(available) })
    if (choice === 'leave' && kind === 'tracking-changed') return t('problem.choice.leaveTracking')
    if (choice === 'leave' && kind === 'partial') return t('problem.choice.leavePartial')
    if (choice === 'retry' && !needsPerson) return t('problem.choice.tryNow')
    // A choice the words do not know is shown by its own name.
    const plain = t as unknown as (key: string, options: object) => string
    return plain(`problem.choice.${choice}`, {
      defaultValue: choice,
      office: order.backOffice ?? t('orders.next.yourShop'),
    })
  }
}
