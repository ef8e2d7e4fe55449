import { RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { useNow } from '../../components/use-now.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../stores/use-app.ts'

const A_MOMENT = 60_000

/** Reads both sides and sends every difference at once; when the hour's files are used up it says when the next may go. */
export function SyncStockButton({ connectionId }: { connectionId: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const { running, isOff, nextSlotAt, syncStock, notify } = useApp((state) => ({
    running: state.stockJob !== null,
    isOff: state.stockOverview?.stockUpdates === false,
    nextSlotAt: state.stockOverview?.nextSlotAt ?? null,
    syncStock: state.syncStock,
    notify: state.notify,
  }))
  const mustWait = nextSlotAt !== null && Date.parse(nextSlotAt) - now > A_MOMENT
  const slot = mustWait ? t('stock.nextSlot', { time: format.time(nextSlotAt) }) : null

  const sync = async (): Promise<void> => {
    const reply = await syncStock(connectionId)
    if (reply.ok) notify('done', reply.value.message)
    else notify('problem', reply.fault.message)
  }
  return (
    <Button
      kind="primary"
      icon={RefreshCw}
      busy={running}
      reason={isOff ? t('stock.offBody') : slot}
      onClick={() => void sync()}
    >
      {running ? t('stock.syncing') : (slot ?? t('stock.syncNow'))}
    </Button>
  )
}
