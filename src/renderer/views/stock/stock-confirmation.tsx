import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionView } from '../../../preload/contract/connection-views.ts'
import type { ProblemView } from '../../../preload/contract/shapes.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/dialog.tsx'
import { ProblemCard } from '../../components/problem-card.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useProblemWords } from '../../i18n/use-problem-words.ts'
import { useApp } from '../../stores/use-app.ts'

/** A difference that waits for the seller's word, or why nothing is sent. */
export function StockConfirmation({ connection, problem }: { connection: ConnectionView; problem: ProblemView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useProblemWords()
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const { difference, closeDifference, dryRun, answerStock, loadStock, notify } = useApp((state) => ({
    difference: state.difference,
    closeDifference: state.closeDifference,
    dryRun: state.dryRun,
    answerStock: state.answerStock,
    loadStock: state.loadStock,
    notify: state.notify,
  }))
  const waits = problem.kind === 'stock-confirmation'
  const { head, body } = words(problem, { connection: connection.label, office: connection.backOffice })

  const answer = async (given: 'confirm' | 'discard'): Promise<void> => {
    setBusy(true)
    const reply = await answerStock(connection.id, given)
    setBusy(false)
    const done = reply.ok && reply.value.done
    notify(done ? 'done' : 'problem', reply.ok ? reply.value.message : reply.fault.message)
    if (done) closeDifference()
  }
  const look = async (): Promise<void> => {
    setBusy(true)
    await (waits ? dryRun(connection.id) : loadStock(connection.id))
    setBusy(false)
  }

  return (
    <div className="stock-inset">
      <ProblemCard
        head={head}
        level={2}
        body={waits ? problem.message : body}
        soft={!problem.needsPerson}
        next={problem.nextTryAt !== null && t('problem.next', { time: format.time(problem.nextTryAt) })}
      >
        <div className="problem-acts">
          {waits && difference !== null ? (
            <Button kind="primary" busy={busy} onClick={() => setAsked(true)}>
              {t('stock.confirmSend')}
            </Button>
          ) : (
            <Button kind={waits ? 'primary' : 'plain'} busy={busy} onClick={() => void look()}>
              {t(waits ? 'stock.lookFirst' : 'do.readAgain')}
            </Button>
          )}
          {waits && (
            <Button kind="quiet" onClick={() => void answer('discard')}>
              {t('stock.discard')}
            </Button>
          )}
        </div>
      </ProblemCard>
      <ConfirmDialog
        open={asked}
        danger={false}
        title={t('stock.confirmDialog')}
        consequence={t('stock.confirmDialogBody', {
          soldOut: difference?.soldOut.length ?? 0,
          fewer: difference?.fewer.length ?? 0,
          more: difference?.more.length ?? 0,
        })}
        confirm={t('stock.confirmSend')}
        keep={t('stock.keepThem')}
        onConfirm={() => answer('confirm')}
        onClose={() => setAsked(false)}
      />
    </div>
  )
}
