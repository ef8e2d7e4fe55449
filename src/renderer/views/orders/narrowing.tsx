import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { chosenView } from '../../stores/order-views-slice.ts'
import { isNarrowed, NO_FILTER } from '../../stores/orders-slice.ts'
import { useApp } from '../../stores/use-app.ts'
import { FilterChips } from './filter-chips.tsx'
import { OrderFilters } from './order-filters.tsx'
import { SaveView } from './save-view.tsx'

/** The filters and what they leave, with the way to keep them as a tab of one's own. */
export function Narrowing({ fieldsShown }: { fieldsShown: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { selection, select, view, shown, total } = useApp((state) => ({
    selection: state.selection,
    select: state.select,
    view: chosenView(state),
    shown: state.ordersTotal,
    total: state.orderCounts?.[state.selection.tab] ?? null,
  }))
  const narrowed = isNarrowed(selection)
  return (
    <>
      {fieldsShown && <OrderFilters />}
      {(narrowed || view !== null || fieldsShown) && (
        <div className="narrowing">
          {narrowed && !fieldsShown && <FilterChips />}
          {narrowed && (
            <Button kind="quiet" small icon={X} onClick={() => void select(NO_FILTER)}>
              {t('orders.clearFilters')}
            </Button>
          )}
          <span className="grow" />
          {shown !== null && total !== null && (
            <span className="third number" role="status">
              {t('orders.shown', { shown: format.number(shown), total: format.number(total) })}
            </span>
          )}
          <SaveView view={view} />
        </div>
      )}
    </>
  )
}
