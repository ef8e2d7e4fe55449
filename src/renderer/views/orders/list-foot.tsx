import { useTranslation } from 'react-i18next'
import { KeyCap } from '../../components/tag.tsx'
import { useApp } from '../../stores/use-app.ts'

/** How many, and the keys that work here. */
export function ListFoot() {
  const { t } = useTranslation()
  const { total, search, showKeys, singleKeys } = useApp(({ ordersTotal, selection, showKeys, settings }) => ({
    total: ordersTotal ?? 0,
    search: selection.search,
    showKeys,
    singleKeys: settings?.singleKeys !== false,
  }))
  return (
    <footer className="list-foot">
      <span className="number shortened" role="status">
        {search === '' ? t('orderCount', { count: total }) : t('orders.found', { count: total, search })}
      </span>
      <span className="grow" />
      {singleKeys && (
        <>
          <span className="hint whole">
            <KeyCap>J</KeyCap>
            <KeyCap>K</KeyCap>
            {t('orders.move')}
          </span>
          <span className="hint whole">
            <KeyCap>Enter</KeyCap>
            {t('orders.openKey')}
          </span>
          <span className="hint whole">
            <KeyCap>R</KeyCap>
            {t('orders.retryKey')}
          </span>
        </>
      )}
      <button type="button" className="foot-keys whole" onClick={() => showKeys(true)}>
        <KeyCap>?</KeyCap>
        {t('orders.allKeys')}
      </button>
    </footer>
  )
}
