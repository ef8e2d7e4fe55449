import { KeyRound, Plus, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackOfficeView } from '../../../preload/contract/back-offices.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/dialog.tsx'
import { useApp } from '../../stores/use-app.ts'
import { OfficeDialog } from './office-dialog.tsx'
import { OfficeSecretDialog } from './office-secret-dialog.tsx'

/** Where orders can go: shops, warehouses, This PC. */
export function BackOffices() {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<BackOfficeView | null>(null)
  const [renewing, setRenewing] = useState<BackOfficeView | null>(null)
  const { backOffices, kinds, loadBackOfficeKinds, removeBackOffice, notify } = useApp((state) => ({
    backOffices: state.backOffices,
    kinds: state.backOfficeKinds,
    loadBackOfficeKinds: state.loadBackOfficeKinds,
    removeBackOffice: state.removeBackOffice,
    notify: state.notify,
  }))
  useEffect(() => void loadBackOfficeKinds(), [loadBackOfficeKinds])

  const remove = async ({ id, label }: BackOfficeView): Promise<void> => {
    const reply = await removeBackOffice(id)
    if (reply.ok) notify('done', t('connections.officeRemoved', { office: label }))
    else notify('problem', reply.fault.message)
  }

  return (
    <section className="card" aria-labelledby="offices-head">
      <header className="line offices-head">
        <h2 id="offices-head" className="grow">
          {t('connections.backOffices')}
        </h2>
        <Button small icon={Plus} onClick={() => setAdding(true)}>
          {t('connections.addOffice')}
        </Button>
      </header>
      <ul className="offices">
        {backOffices.map((office) => (
          <li key={office.id}>
            <span className="medium">{office.label}</span>
            <span className="second small">{office.title === office.label ? '' : office.title}</span>
            <span className="third small grow">
              {office.connectionIds.length === 0
                ? t('connections.officeUnused')
                : t('connections.officeServes', { count: office.connectionIds.length })}
            </span>
            {kinds.some(({ id, fields }) => id === office.kind && fields.some(({ secret }) => secret)) && (
              <IconButton
                kind="quiet"
                small
                icon={KeyRound}
                label={t('connections.newSecretOffice', { office: office.label })}
                onClick={() => setRenewing(office)}
              />
            )}
            {office.connectionIds.length === 0 && (
              <IconButton
                kind="quiet"
                small
                icon={Trash2}
                label={t('connections.removeOffice', { office: office.label })}
                onClick={() => setRemoving(office)}
              />
            )}
          </li>
        ))}
      </ul>
      {adding && <OfficeDialog onClose={() => setAdding(false)} />}
      {renewing !== null && <OfficeSecretDialog office={renewing} onClose={() => setRenewing(null)} />}
      <ConfirmDialog
        open={removing !== null}
        title={t('connections.removeOffice', { office: removing?.label ?? '' })}
        consequence={t('connections.removeOfficeBody')}
        confirm={t('do.remove')}
        keep={t('connections.keep')}
        onConfirm={async () => removing !== null && remove(removing)}
        onClose={() => setRemoving(null)}
      />
    </section>
  )
}
