import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BuyerOrder } from '../../../preload/contract/privacy.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog, Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/field.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { saveFile } from '../../components/save-file.ts'
import { StatusIcon } from '../../components/status-icon.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../stores/use-app.ts'

/** What a seller owes a buyer: everything kept about them, to hand over or to erase. */
export function FindBuyerDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { findBuyer, exportBuyer, eraseBuyers, notify } = useApp((state) => ({
    findBuyer: state.findBuyer,
    exportBuyer: state.exportBuyer,
    eraseBuyers: state.eraseBuyers,
    notify: state.notify,
  }))
  const [buyer, setBuyer] = useState('')
  const [found, setFound] = useState<readonly BuyerOrder[] | null>(null)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [problem, setProblem] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const erasable = found?.filter(({ id, keptBecause }) => keptBecause === null && !left.has(id)) ?? []

  const find = async (): Promise<void> => {
    setBusy(true)
    const reply = await findBuyer(buyer.trim())
    setBusy(false)
    setFound(reply.ok ? reply.value : null)
    setProblem(reply.ok ? null : reply.fault.message)
  }
  const give = async (): Promise<void> => {
    const reply = await exportBuyer(buyer.trim())
    if (!reply.ok) return setProblem(reply.fault.message)
    saveFile(reply.value)
    notify('done', t('privacy.exported', { name: reply.value.name }))
  }
  const erase = async (): Promise<void> => {
    const reply = await eraseBuyers(erasable.map(({ id }) => id))
    if (!reply.ok) return setProblem(reply.fault.message)
    notify('done', t('privacy.erased', { count: reply.value.erased }))
    await find()
  }

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('privacy.title')}
      foot={
        found !== null &&
        found.length > 0 && (
          <>
            <Button onClick={() => void give()}>{t('privacy.export')}</Button>
            {erasable.length > 0 && (
              <Button kind="danger" onClick={() => setAsking(true)}>
                {t('privacy.erase', { count: erasable.length })}
              </Button>
            )}
          </>
        )
      }
    >
      <form
        className="form-grid"
        onSubmit={(event) => {
          event.preventDefault()
          void find()
        }}
      >
        <TextField label={t('privacy.field')} help={t('privacy.help')} value={buyer} onValue={setBuyer} />
        <div>
          <Button kind={found === null ? 'primary' : 'plain'} type="submit" busy={busy}>
            {t('privacy.find')}
          </Button>
        </div>
      </form>
      {problem !== null && <ProblemStrip>{problem}</ProblemStrip>}
      {found !== null && (
        <section aria-live="polite">
          <h3>{found.length === 0 ? t('privacy.none', { buyer }) : t('privacy.found', { count: found.length })}</h3>
          <ul className="found-buyers">
            {found.map(({ id, reference, status, buyerName, purchasedAt, connection, keptBecause }) => (
              <li key={id}>
                <TickBox
                  label={t('orders.tick', { reference })}
                  checked={keptBecause === null && !left.has(id)}
                  disabled={keptBecause !== null}
                  onTick={(ticked) => setLeft(new Set(ticked ? [...left].filter((one) => one !== id) : [...left, id]))}
                />
                <StatusIcon status={status} named />
                <span className="number medium">{reference}</span>
                <span>{buyerName}</span>
                <span className="second">{connection}</span>
                <span className="third number">{format.day(purchasedAt)}</span>
                {keptBecause !== null && (
                  <span className="ink-amber">{t('privacy.keptBecause', { reason: keptBecause })}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ConfirmDialog
        open={asking}
        title={t('privacy.eraseAsk', { count: erasable.length })}
        consequence={t('privacy.eraseBody')}
        confirm={t('privacy.erase', { count: erasable.length })}
        keep={t('privacy.keep')}
        onConfirm={erase}
        onClose={() => setAsking(false)}
      />
    </Dialog>
  )
}
