import { Check, Clock, SkipForward, Undo2 } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { StockRow } from '../../../preload/contract/stock.ts'
import { Glyph } from '../../components/glyph.tsx'
import { NeedsYouIcon } from '../../components/status-icon.tsx'
import type { TableColumn } from '../../components/table-columns.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** In the shop, in orders, at Rakuten, and what became of the last quantity. */
export const useStockColumns = (): readonly TableColumn<StockRow>[] => {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(() => {
    const orDash = (value: number | null): ReactNode => (value === null ? '–' : format.number(value))
    return [
      {
        id: 'sku',
        head: t('stock.sku'),
        rem: 9,
        grow: 1,
        cell: ({ sku }) => (
          <span className="mono" title={sku}>
            {sku}
          </span>
        ),
      },
      {
        id: 'title',
        head: t('stock.product'),
        rem: 8,
        grow: 1.6,
        givesWay: 1,
        cell: ({ title }) => (
          <span className="second" title={title}>
            {title}
          </span>
        ),
      },
      {
        id: 'available',
        head: t('stock.inShop'),
        rem: 5,
        align: 'end',
        cell: ({ available }) => orDash(available),
      },
      {
        id: 'in-orders',
        head: t('stock.inOrders'),
        rem: 6.25,
        givesWay: 2,
        align: 'end',
        cell: ({ inOrders }) => <span className={inOrders === 0 ? 'third' : undefined}>{inOrders}</span>,
      },
      {
        id: 'at-rakuten',
        head: t('stock.atRakuten'),
        rem: 6,
        align: 'end',
        cell: ({ lastSent, atRakuten, offered }) => {
          const told = lastSent ?? atRakuten
          if (offered === null || offered === told) return orDash(told)
          return (
            <span className="stock-change">
              <span className="third">{told ?? '–'} →</span> <b>{offered}</b>
            </span>
          )
        },
      },
      {
        id: 'state',
        head: t('stock.stateColumn'),
        rem: 10,
        grow: 1.6,
        cell: ({ state, message, sentAt }) => (
          <span className="next-step" title={message}>
            <StateIcon state={state} />
            <span className={state === 'unchanged' ? 'second' : undefined}>{t(`stock.state.${state}`)}</span>
            <span className="second shortened">
              {message !== '' ? message : sentAt === null || state === 'unchanged' ? '' : format.when(sentAt)}
            </span>
          </span>
        ),
      },
    ]
  }, [t, format])
}

function StateIcon({ state }: { state: StockRow['state'] }) {
  switch (state) {
    case 'unchanged':
      return null
    case 'pending':
      return <Glyph of={Clock} ink="ink-amber" />
    case 'sent':
      return <Glyph of={Check} ink="ink-green" />
    case 'superseded':
      return <Glyph of={Undo2} ink="ink-grey" />
    case 'skipped':
      return <Glyph of={SkipForward} ink="ink-grey" />
    case 'error':
      return <NeedsYouIcon />
  }
}
