import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { SelectField, TextField } from '../../components/field.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { knownConnections } from '../../stores/connections-slice.ts'
import { NO_FILTER } from '../../stores/orders-slice.ts'
import { useApp } from '../../stores/use-app.ts'
import { ORDER_STATUSES } from './order-statuses.ts'

/** Narrows the list; what is shown says how many are left. */
export function OrderFilters() {
  const { t } = useTranslation()
  const format = useFormat()
  const { selection, select, connections, shown, total } = useApp((state) => ({
    selection: state.selection,
    select: state.select,
    connections: knownConnections(state),
    shown: state.ordersTotal,
    total: state.orderCounts?.[state.selection.tab] ?? null,
  }))
  const any = { value: '', label: t('orders.filterBy.any') }
  const statuses = ORDER_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))
  return (
    <fieldset className="filters" aria-label={t('orders.filters')}>
      {connections.length > 1 && (
        <SelectField
          label={t('orders.filterBy.connection')}
          value={String(selection.connectionId ?? '')}
          choices={[any, ...connections.map(({ id, label }) => ({ value: String(id), label }))]}
          onValue={(value) => void select({ connectionId: value === '' ? null : Number(value) })}
        />
      )}
      <SelectField
        label={t('orders.filterBy.status')}
        value={selection.status ?? ''}
        choices={[any, ...statuses]}
        onValue={(value) => void select({ status: ORDER_STATUSES.find((status) => status === value) ?? null })}
      />
      <TextField
        label={t('orders.filterBy.mode')}
        value={selection.deliveryMode ?? ''}
        onValue={(value) => void select({ deliveryMode: value === '' ? null : value })}
      />
      <TextField
        label={t('orders.filterBy.from')}
        type="date"
        value={selection.purchasedFrom ?? ''}
        onValue={(value) => void select({ purchasedFrom: value === '' ? null : value })}
      />
      <TextField
        label={t('orders.filterBy.to')}
        type="date"
        value={selection.purchasedTo ?? ''}
        onValue={(value) => void select({ purchasedTo: value === '' ? null : value })}
      />
      <Button kind="quiet" icon={X} onClick={() => void select(NO_FILTER)}>
        {t('orders.clearFilters')}
      </Button>
      {shown !== null && total !== null && (
        <span className="filters-shown third number" role="status">
          {t('orders.shown', { shown: format.number(shown), total: format.number(total) })}
        </span>
      )}
    </fieldset>
  )
}
