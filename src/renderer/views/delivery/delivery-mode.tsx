import { useTranslation } from 'react-i18next'
import type { DeliveryMethodView } from '../../../preload/contract/back-offices.ts'
import type { ConnectionView } from '../../../preload/contract/connection-views.ts'
import type { ModeRow } from '../../../preload/contract/delivery.ts'
import { Button } from '../../components/button.tsx'
import { Select } from '../../components/field.tsx'
import { NeedsYouIcon } from '../../components/status-icon.tsx'
import { useApp } from '../../stores/use-app.ts'

interface DeliveryModeProps {
  connection: ConnectionView
  row: ModeRow
  methods: readonly DeliveryMethodView[]
}

const NOT_AVAILABLE = ' not-available'

/** One mode: what the buyer chose, and what ships it. Kept as one chooses. */
export function DeliveryMode({ connection, row, methods }: DeliveryModeProps) {
  const { t } = useTranslation()
  const { mapMode, bringBack, notify, busy } = useApp((state) => ({
    mapMode: state.mapMode,
    bringBack: state.bringBack,
    notify: state.notify,
    busy: state.bringing !== null,
  }))
  const { mode, choice, heldOrders } = row
  const isUnmapped = choice === 'not-mapped'
  const value = isUnmapped ? '' : choice === 'not-available' ? NOT_AVAILABLE : (row.methodId ?? '')

  const choose = async (chosen: string): Promise<void> => {
    const methodId = chosen === NOT_AVAILABLE ? null : chosen
    if (!(await mapMode(connection.id, mode, methodId))) return
    const method = methods.find(({ id }) => id === methodId)?.title ?? ''
    notify(
      'done',
      methodId === null ? t('delivery.mappedNot', { mode }) : t('delivery.mapped', { mode, method }),
      // What nobody had mapped cannot be unmapped again.
      value === '' ? null : { label: t('do.undo'), run: () => void choose(value) },
    )
  }
  const bring = async (): Promise<void> => {
    const results = await bringBack(connection.id, mode, heldOrders)
    if (results === null) return
    const done = results.filter((result) => result.done).length
    const said = t('delivery.broughtBack', { done, total: results.length })
    const refused = results.find((result) => !result.done)?.message ?? ''
    notify(done === results.length ? 'done' : 'problem', `${said} ${refused}`.trim())
  }

  return (
    <tr className={isUnmapped ? 'wanted' : undefined}>
      <th scope="row" data-label={t('delivery.mode')}>
        <span className="line">
          {isUnmapped && <NeedsYouIcon />}
          {mode}
        </span>
      </th>
      <td className="end" data-label={t('delivery.openOrders')}>
        {row.openOrders}
      </td>
      <td data-label={t('delivery.method', { office: connection.backOffice })}>
        <Select
          aria-label={t('delivery.methodFor', { mode })}
          value={value}
          onChange={(event) => event.target.value !== '' && void choose(event.target.value)}
        >
          {isUnmapped && <option value="">{t('delivery.chooseMethod')}</option>}
          {methods.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
          {choice === 'method' && !methods.some(({ id }) => id === row.methodId) && (
            <option value={row.methodId ?? ''}>{row.methodId}</option>
          )}
          <option value={NOT_AVAILABLE}>{t('delivery.notAvailable')}</option>
        </Select>
      </td>
      <td className="second" data-label={t('delivery.tracking')}>
        {heldOrders > 0 ? (
          <Button
            small
            busy={busy}
            reason={choice === 'method' ? null : t('delivery.bringBackFirst')}
            onClick={() => void bring()}
          >
            {t('delivery.bringBack', { count: heldOrders })}
          </Button>
        ) : (
          t(`delivery.${row.tracking}`)
        )}
      </td>
    </tr>
  )
}
