import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { type Choice, SelectField, TextField } from '../../components/field.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { knownConnections } from '../../stores/connections-slice.ts'
import { useApp } from '../../stores/use-app.ts'
import { ORDER_SORTS } from './order-sorts.ts'
import { ORDER_STATUSES } from './order-statuses.ts'

/** Narrows the list, and sorts it where it has no column heads. */
export function OrderFilters() {
  const { t } = useTranslation()
  const format = useFormat()
  const { selection, select, connections, choices, loadOrderChoices } = useApp((state) => ({
    selection: state.selection,
    select: state.select,
    connections: knownConnections(state),
    choices: state.orderChoices,
    loadOrderChoices: state.loadOrderChoices,
  }))
  useEffect(() => void loadOrderChoices(), [loadOrderChoices])
  const any = { value: '', label: t('orders.filterBy.any') }
  const found = (
    known: readonly { readonly value: string; readonly orders: number }[],
    chosen: string | null,
    name: (value: string) => string,
  ): readonly Choice[] => {
    // What was chosen stays in sight, even when the last order of it has gone.
    const all = known.some(({ value }) => value === chosen) ? known : [...known, { value: chosen ?? '', orders: 0 }]
    return [
      any,
      ...all.flatMap(({ value, orders }) =>
        value === '' ? [] : [{ value, label: `${name(value)} (${format.number(orders)})` }],
      ),
    ]
  }
  return (
    <fieldset className="filters" aria-label={t('orders.filters')}>
      {connections.length > 1 && (
        <SelectField
          label={t('orders.filterBy.connectionId')}
          value={String(selection.connectionId ?? '')}
          choices={[any, ...connections.map(({ id, label }) => ({ value: String(id), label }))]}
          onValue={(value) => void select({ connectionId: value === '' ? null : Number(value) })}
        />
      )}
      <SelectField
        label={t('orders.filterBy.status')}
        value={selection.status ?? ''}
        choices={[any, ...ORDER_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))]}
        onValue={(value) => void select({ status: ORDER_STATUSES.find((status) => status === value) ?? null })}
      />
      <SelectField
        label={t('orders.filterBy.deliveryMode')}
        value={selection.deliveryMode ?? ''}
        choices={found(choices?.deliveryModes ?? [], selection.deliveryMode, (mode) => mode)}
        onValue={(value) => void select({ deliveryMode: value === '' ? null : value })}
      />
      <SelectField
        label={t('orders.filterBy.country')}
        value={selection.country ?? ''}
        choices={found(choices?.countries ?? [], selection.country, format.country)}
        onValue={(value) => void select({ country: value === '' ? null : value })}
      />
      <TextField
        label={t('orders.filterBy.purchasedFrom')}
        type="date"
        value={selection.purchasedFrom ?? ''}
        onValue={(value) => void select({ purchasedFrom: value === '' ? null : value })}
      />
      <TextField
        label={t('orders.filterBy.purchasedTo')}
        type="date"
        value={selection.purchasedTo ?? ''}
        onValue={(value) => void select({ purchasedTo: value === '' ? null : value })}
      />
      <SelectField
        label={t('orders.sortedBy')}
        value={selection.sort}
        choices={ORDER_SORTS.map((sort) => ({ value: sort, label: t(`orders.sorts.${sort}`) }))}
        onValue={(value) => void select({ sort: ORDER_SORTS.find((sort) => sort === value) ?? selection.sort })}
      />
      <SelectField
        label={t('orders.direction')}
        value={selection.direction}
        choices={(['ascending', 'descending'] as const).map((value) => ({ value, label: t(`orders.${value}`) }))}
        onValue={(value) => void select({ direction: value === 'ascending' ? value : 'descending' })}
      />
      <TickBox
        shown
        label={t('orders.filterBy.atRisk')}
        checked={selection.atRisk}
        onTick={(atRisk) => void select({ atRisk })}
      />
    </fieldset>
  )
}
