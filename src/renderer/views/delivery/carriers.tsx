import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionView, SettingsChange } from '../../../preload/contract/connection-views.ts'
import type { CarrierRow } from '../../../preload/contract/delivery.ts'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/field.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../stores/use-app.ts'
import { CarrierLine } from './carrier-line.tsx'
import { OwnCarrierDialog } from './own-carrier-dialog.tsx'

/** The carriers the shop uses: fewer candidates, surer recognition. */
export function Carriers({ connection }: { connection: ConnectionView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [all, setAll] = useState(false)
  const [adding, setAdding] = useState<string | null>(null)
  const { carriers, defaultCarrier, changeCarriers, notify } = useApp((state) => ({
    carriers: state.carriers,
    defaultCarrier: state.defaultCarrier,
    changeCarriers: state.changeCarriers,
    notify: state.notify,
  }))
  const office = connection.backOffice
  const used = carriers.filter((carrier) => carrier.used || carrier.own)
  const shown = all ? carriers : used

  const change = async (to: SettingsChange): Promise<void> => {
    const reply = await changeCarriers(connection.id, to)
    if (!reply.ok) notify('problem', reply.fault.message)
  }
  const tick = (carrier: CarrierRow, ticked: boolean): Promise<void> => {
    const others = connection.settings.carriersUsed.filter((id) => id !== carrier.id)
    return change({ carriersUsed: ticked ? [...others, carrier.id] : others })
  }
  const removeOwn = ({ id }: CarrierRow): Promise<void> =>
    change({
      ownCarriers: connection.settings.ownCarriers.filter(({ name }) => name !== id),
      carriersUsed: connection.settings.carriersUsed.filter((used) => used !== id),
    })

  return (
    <section aria-labelledby="carriers-head">
      <h2 id="carriers-head">{t('delivery.carriers')}</h2>
      <p className="section-lead">{t('delivery.carriersBody', { office })}</p>
      {shown.length === 0 ? (
        <p className="note">
          <b className="medium">{t('delivery.noCarriers')}.</b> {t('delivery.noCarriersBody')}
        </p>
      ) : (
        <div className="sheet-frame">
          <table className="sheet">
            <thead>
              <tr>
                <th scope="col">{t('delivery.carrier')}</th>
                <th scope="col">{t('delivery.sentAs')}</th>
                <th scope="col">{t('delivery.linkAt')}</th>
                <th scope="col" className="by-width">
                  {t('delivery.calls', { office })}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((carrier) => (
                <CarrierLine
                  key={carrier.id}
                  carrier={carrier}
                  office={office}
                  onTick={(ticked) => void tick(carrier, ticked)}
                  onRemove={carrier.own ? () => void removeOwn(carrier) : null}
                  onAddLink={() => setAdding(carrier.name)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="sheet-foot">
        <Button small icon={Plus} onClick={() => setAdding('')}>
          {t('delivery.addCarrier')}
        </Button>
        <Button small kind="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('delivery.usedOnly') : t('delivery.allCarriers', { n: format.number(carriers.length) })}
        </Button>
        <div className="default-carrier">
          <span className="second" aria-hidden="true">
            {t('delivery.default')}
          </span>
          <SelectField
            labelUnseen
            label={t('delivery.default')}
            value={defaultCarrier ?? ''}
            choices={[
              { value: '', label: t('delivery.noDefault') },
              ...carriers
                .filter(({ id, used: isUsed }) => isUsed || id === defaultCarrier)
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onValue={(id) => void change({ defaultCarrier: id === '' ? null : id })}
          />
        </div>
      </div>
      {adding !== null && <OwnCarrierDialog connection={connection} name={adding} onClose={() => setAdding(null)} />}
    </section>
  )
}
