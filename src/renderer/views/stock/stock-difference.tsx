import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ConnectionView } from '../../../preload/contract/connection-views.ts'
import type { StockDifference as Difference } from '../../../preload/contract/stock.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { useApp, useAppStore } from '../../stores/use-app.ts'

const SHOWN = 100
const GROUPS = [
  ['soldOut', 'var(--red)'],
  ['fewer', 'var(--amber)'],
  ['more', 'var(--green)'],
] as const

/** What a sync would change, old to new, without sending anything. */
export function StockDifference({ connection, difference }: { connection: ConnectionView; difference: Difference }) {
  const { t } = useTranslation()
  const { closeDifference, syncStock, answerStock, dryRun, running, notify } = useApp((state) => ({
    closeDifference: state.closeDifference,
    syncStock: state.syncStock,
    answerStock: state.answerStock,
    dryRun: state.dryRun,
    running: state.stockJob !== null,
    notify: state.notify,
  }))
  const store = useAppStore()
  const count = difference.soldOut.length + difference.fewer.length + difference.more.length
  const isOff = !connection.stockUpdates
  const most = Math.max(1, ...GROUPS.flatMap(([group]) => difference[group].flatMap(({ from, to }) => [from ?? 0, to])))

  const said = (done: boolean, message: string): void => {
    notify(done ? 'done' : 'problem', message)
    if (done) closeDifference()
  }
  const isAsked = (question: string): boolean => store.getState().stockOverview?.problem?.message === question
  const send = async (): Promise<void> => {
    const { needsConfirmation } = difference
    if (needsConfirmation === null) {
      const reply = await syncStock(connection.id)
      return said(reply.ok, reply.ok ? reply.value.message : reply.fault.message)
    }
    // A question stands once a sync has asked it; the yes is given to the very one that is shown here.
    if (!isAsked(needsConfirmation)) await syncStock(connection.id)
    if (!isAsked(needsConfirmation)) return dryRun(connection.id)
    const reply = await answerStock(connection.id, 'confirm')
    said(reply.ok && reply.value.done, reply.ok ? reply.value.message : reply.fault.message)
  }

  return (
    <aside className="difference" aria-labelledby="difference-head" data-region="panel">
      <header className="difference-head">
        <div className="grow">
          <h2 id="difference-head">{t('stock.dryRun')}</h2>
          <p className="second">{count === 0 ? t('stock.wouldChangeNothing') : t('stock.wouldChange', { count })}</p>
        </div>
        <IconButton kind="quiet" small icon={X} label={t('do.close')} onClick={closeDifference} />
      </header>
      <div className="difference-body">
        {GROUPS.map(([group, ink]) =>
          difference[group].length === 0 ? null : (
            <section key={group} aria-label={t(`stock.${group}`)}>
              <h3>
                {t(`stock.${group}`)} <span className="number">{difference[group].length}</span>
                {group === 'soldOut' && <span className="third">{t('stock.leavesFirst')}</span>}
              </h3>
              <ul>
                {difference[group].slice(0, SHOWN).map(({ sku, title, from, to }) => (
                  <li key={sku}>
                    <span className="mono shortened" title={title}>
                      {sku}
                    </span>
                    <Dots from={from ?? 0} to={to} most={most} ink={ink} />
                    <span className="number whole">
                      <span className="unseen">{t('stock.fromTo', { from: from ?? 0, to })}</span>
                      <span aria-hidden="true">
                        <span className="second">{from ?? '–'} →</span> <b className="strong">{to}</b>
                      </span>
                    </span>
                  </li>
                ))}
              </ul>
              {difference[group].length > SHOWN && (
                <p className="second">{t('stock.andMore', { n: difference[group].length - SHOWN })}</p>
              )}
            </section>
          ),
        )}
      </div>
      {count > 0 && (
        <footer className="difference-foot">
          <Button kind="primary" busy={running} reason={isOff ? t('stock.offBody') : null} onClick={() => void send()}>
            {t('stock.sendThese', { count })}
          </Button>
        </footer>
      )}
    </aside>
  )
}

const WIDTH = 80

/** Old and new as two points on a line. */
function Dots({ from, to, most, ink }: { from: number; to: number; most: number; ink: string }) {
  const at = (value: number): number => 4 + (value / most) * (WIDTH - 8)
  return (
    <svg className="difference-dots" viewBox={`0 0 ${WIDTH} 12`} aria-hidden="true">
      <path d={`M4 6H${WIDTH - 4}`} stroke="var(--line-strong)" />
      <path d={`M${at(from)} 6H${at(to)}`} stroke={ink} strokeWidth="1.5" />
      <circle cx={at(from)} cy="6" r="3" fill="var(--sunken)" stroke="var(--control)" strokeWidth="1.5" />
      <circle cx={at(to)} cy="6" r="3.5" fill={ink} />
    </svg>
  )
}
