import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CarrierRow } from '../../../preload/contract/delivery.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { NeedsYouIcon } from '../../components/status-icon.tsx'
import { TickBox } from '../../components/tick-box.tsx'

interface CarrierLineProps {
  carrier: CarrierRow
  office: string
  onTick: (ticked: boolean) => void
  onRemove: (() => void) | null
  onAddLink: () => void
}

export function CarrierLine({ carrier, office, onTick, onRemove, onAddLink }: CarrierLineProps) {
  const { t } = useTranslation()
  const { name, rakutenName, linkHost, used, knownAs } = carrier
  const lacksLink = used && linkHost === null
  return (
    <tr className={lacksLink ? 'wanted' : undefined}>
      <th scope="row" data-label={t('delivery.carrier')}>
        <TickBox shown label={name} checked={used} onTick={onTick} />
      </th>
      <td className="mono" data-label={t('delivery.sentAs')}>
        {rakutenName}
      </td>
      <td className="second" data-label={t('delivery.linkAt')}>
        {linkHost ??
          (lacksLink ? (
            <span className="line wrap">
              <NeedsYouIcon />
              <span className="ink-red">{t('delivery.noLink')}</span>
              <Button small onClick={onAddLink}>
                {t('problem.choice.add-template')}
              </Button>
            </span>
          ) : (
            '–'
          ))}
      </td>
      <td className="second by-width" data-label={t('delivery.calls', { office })}>
        <span className="line">
          <span className="grow">{knownAs.length === 0 ? '–' : knownAs.map((one) => `“${one}”`).join(', ')}</span>
          {onRemove !== null && (
            <IconButton
              kind="quiet"
              small
              icon={Trash2}
              label={t('delivery.removeOwn', { carrier: name })}
              onClick={onRemove}
            />
          )}
        </span>
      </td>
    </tr>
  )
}
