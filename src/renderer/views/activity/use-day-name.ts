import { useTranslation } from 'react-i18next'
import { useNow } from '../../components/use-now.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { localDay } from './cycle-days.ts'

const DAY = 24 * 60 * 60_000

/** A day as a head over its cycles. */
export const useDayName = (): ((day: string) => string) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  return (day) => {
    if (day === localDay(now)) return t('activity.today')
    if (day === localDay(now - DAY)) return t('activity.yesterday')
    return format.weekday(`${day}T12:00:00`)
  }
}
