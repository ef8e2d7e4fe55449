import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import type { DrawingProps } from './series.ts'

/** The same as the drawing, in numbers: newest first. */
export function DayTable({ label, days, series, say }: DrawingProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
    <section className="day-table" aria-label={label} tabIndex={0}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('activity.day')}</th>
            {series.map(({ key, name }) => (
              <th key={key} scope="col" className="end">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day) => (
            <tr key={day.day}>
              <th scope="row">{format.weekday(`${day.day}T12:00:00Z`)}</th>
              {series.map(({ key }) => {
                const value = day[key]
                return (
                  <td key={key} className="end number">
                    {value === null ? '–' : say(value)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
