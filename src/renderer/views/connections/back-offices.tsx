import { Download, Ellipsis, KeyRound, Plus, SlidersHorizontal, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackOfficeView } from '../../../preload/contract/back-offices.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/dialog.tsx'
import { Menu, type MenuEntry } from '../../components/menu.tsx'
import { saveFile } from '../../components/save-file.ts'
import { useApp } from '../../stores/use-app.ts'
import { asFile } from './document-field.tsx'
import { OfficeDialog } from './office-dialog.tsx'
import { OfficeSecretDialog } from './office-secret-dialog.tsx'
import { OfficeSettingsDialog } from './office-settings-dialog.tsx'
import { presetDocument } from './presets.ts'

/** Where orders can go: shops, warehouses, This PC. */
export function BackOffices() {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<BackOfficeView | null>(null)
  const [changing, setChanging] = useState<BackOfficeView | null>(null)
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

  const hasSecrets = ({ kind }: BackOfficeView): boolean =>
    kinds.some(({ id, fields }) => id === kind && fields.some(({ secret }) => secret))
  const documentOf = ({ kind, settings }: BackOfficeView): string =>
    settings[presetDocument(kinds.find(({ id }) => id === kind))?.name ?? ''] ?? ''
  const exportPreset = (office: BackOfficeView): void => saveFile(asFile(office.label, documentOf(office)))
  const entriesOf = (office: BackOfficeView): readonly MenuEntry[] => [
    { label: t('connections.change'), icon: SlidersHorizontal, onSelect: () => setChanging(office) },
    ...(documentOf(office) === ''
      ? []
      : [{ label: t('connections.presets.export'), icon: Download, onSelect: () => exportPreset(office) }]),
    ...(hasSecrets(office)
      ? [{ label: t('connections.newKeys'), icon: KeyRound, onSelect: () => setRenewing(office) }]
      : []),
    ...(office.connectionIds.length === 0
      ? [{ label: t('do.remove'), icon: Trash2, danger: true, onSelect: () => setRemoving(office) }]
      : []),
  ]

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
            <div className="office-words">
              <span className="medium">{office.label}</span>
              {office.title !== office.label && <span className="second small">{office.title}</span>}
              <span className="third small">
                {office.connectionIds.length === 0
                  ? t('connections.officeUnused')
                  : t('connections.officeServes', { count: office.connectionIds.length })}
              </span>
            </div>
            <Menu
              trigger={
                <IconButton
                  kind="quiet"
                  small
                  icon={Ellipsis}
                  label={t('connections.officeMenu', { office: office.label })}
                />
              }
              entries={entriesOf(office)}
            />
          </li>
        ))}
      </ul>
      {adding && <OfficeDialog onClose={() => setAdding(false)} />}
      {changing !== null && <OfficeSettingsDialog office={changing} onClose={() => setChanging(null)} />}
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
