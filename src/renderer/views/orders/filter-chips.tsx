import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Glyph } from '../../components/glyph.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { knownConnections } from '../../stores/connections-slice.ts'
import { filtersOf, NO_FILTER } from '../../stores/orders-slice.ts'
import { useApp } from '../../stores/use-app.ts'

type Filter = ReturnType<typeof filtersOf>[number]

/** What narrows the list, each to be taken away by itself. */
export function FilterChips() {
  const { t } = useTranslation()
  const format = useFormat()
  const { selection, select, connections } = useApp((state) => ({
    selection: state.selection,
    select: state.select,
    connections: knownConnections(state),
  }))
  const day = (value: string | null): string => (value === null ? '' : format.day(`${value}T12:00:00Z`))
  const said: Readonly<Record<Filter, string>> = {
    connectionId: connections.find(({ id }) => id === selection.connectionId)?.label ?? '',
    status: selection.status === null ? '' : t(`status.${selection.status}`),
    deliveryMode: selection.deliveryMode ?? '',
    country: selection.country === null ? '' : format.country(selection.country),
    atRisk: '',
    purchasedFrom: day(selection.purchasedFrom),
    purchasedTo: day(selection.purchasedTo),
  }
  return (
    <ul className="chips" aria-label={t('orders.filters')}>
      {filtersOf(selection).map((filter) => {
        const name = t(`orders.filterBy.${filter}`)
        return (
          <li key={filter}>
            <button
              type="button"
              className="chip"
              aria-label={t('orders.filterBy.remove', { name: `${name} ${said[filter]}`.trim() })}
              onClick={() => void select({ [filter]: NO_FILTER[filter] })}
            >
              <span className="second">{name}</span>{' '}
              {said[filter] !== '' && <span className="medium shortened">{said[filter]}</span>}
              <Glyph of={X} size={14} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
