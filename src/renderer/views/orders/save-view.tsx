import { Bookmark, BookmarkX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/field.tsx'
import { Form } from '../../components/form.tsx'
import { type SavedView, savedViews } from '../../stores/order-views-slice.ts'
import { useApp } from '../../stores/use-app.ts'

const LONGEST = 40

/** Keeps the list as it stands as a tab, or lets such a tab go. */
export function SaveView({ view }: { view: SavedView | null }) {
  const { t } = useTranslation()
  const { saveView, removeView, notify } = useApp((state) => ({
    saveView: state.saveView,
    removeView: state.removeView,
    notify: state.notify,
  }))
  const [naming, setNaming] = useState(false)
  const remove = async (gone: SavedView): Promise<void> => {
    await removeView(gone.name)
    notify('done', t('orders.view.removed', { name: gone.name }), {
      label: t('do.undo'),
      run: () => void saveView(gone),
    })
  }
  if (view !== null)
    return (
      <Button small icon={BookmarkX} onClick={() => void remove(view)}>
        {t('orders.view.remove')}
      </Button>
    )
  return (
    <>
      <Button small icon={Bookmark} onClick={() => setNaming(true)}>
        {t('orders.view.save')}
      </Button>
      {naming && <NameView onClose={() => setNaming(false)} />}
    </>
  )
}

function NameView({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { taken, selection, saveView } = useApp((state) => ({
    taken: savedViews(state),
    selection: state.selection,
    saveView: state.saveView,
  }))
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const typed = name.trim()
  const save = async (): Promise<void> => {
    if (typed === '') return setWrong(t('orders.view.nameMissing'))
    if (taken.some((view) => view.name === typed)) return setWrong(t('orders.view.nameTaken', { name: typed }))
    setBusy(true)
    await saveView({ name: typed, selection })
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('orders.view.save')}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {t('orders.view.keep')}
          </Button>
        </>
      }
    >
      <Form busy={busy} onSubmit={() => void save()}>
        <TextField
          label={t('orders.view.name')}
          help={t('orders.view.nameHelp')}
          error={wrong}
          maxLength={LONGEST}
          value={name}
          onValue={(value) => {
            setName(value)
            setWrong(null)
          }}
        />
      </Form>
    </Dialog>
  )
}
