import { Download, Plus, Tag, Upload } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackOfficeView } from '../../../preload/contract/back-offices.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { Bars, EmptyState } from '../../components/empty-state.tsx'
import { TextField } from '../../components/field.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { saveFile } from '../../components/save-file.ts'
import { knownConnections } from '../../stores/connections-slice.ts'
import { useApp } from '../../stores/use-app.ts'
import { ImportDialog } from './import-dialog.tsx'
import { ProductDialog } from './product-dialog.tsx'
import { ProductTable } from './product-table.tsx'
import { ScanField } from './scan-field.tsx'
import './products.css'

const PAUSE_MS = 180

/** The catalogue of This PC: edited in place, scanned, imported and exported. */
export function Products({ office, switcher }: { office: BackOfficeView; switcher: ReactNode }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [adding, setAdding] = useState(false)
  const [importing, setImporting] = useState(false)
  const state = useApp((all) => ({
    total: all.productTotal,
    search: all.productSearch,
    problem: all.productsProblem,
    connections: knownConnections(all),
    searchProducts: all.searchProducts,
    productsCsv: all.productsCsv,
    startFromInventory: all.startFromInventory,
    notify: all.notify,
  }))
  const { id } = office
  const { search, searchProducts } = state
  useEffect(() => void searchProducts(id, ''), [id, searchProducts])
  useEffect(() => {
    if (typed.trim() === search) return
    const timer = setTimeout(() => void searchProducts(id, typed.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, search, id, searchProducts])
  const served = state.connections.find(({ backOfficeId }) => backOfficeId === id)

  const save = async (): Promise<void> => {
    const file = await state.productsCsv(id)
    if (file !== null) saveFile(file)
  }
  const begin = async (connectionId: number): Promise<void> => {
    const reply = await state.startFromInventory(id, connectionId)
    if (!reply.ok) return state.notify('problem', reply.fault.message)
    state.notify('done', t('products.fromInventoryDone', { added: reply.value.added, known: reply.value.left.length }))
  }

  return (
    <>
      <header className="page-head products-head">
        <h1 id="products-title">{t('products.title')}</h1>
        {switcher}
        <span className="grow" />
        <TextField
          labelUnseen
          className="products-search"
          label={t('products.search')}
          placeholder={t('products.search')}
          data-search
          value={typed}
          onValue={setTyped}
        />
        <Button icon={Upload} onClick={() => setImporting(true)}>
          {t('products.importCsv')}
        </Button>
        <IconButton icon={Download} label={t('products.exportCsv')} onClick={() => void save()} />
        <Button kind="primary" icon={Plus} onClick={() => setAdding(true)}>
          {t('products.add')}
        </Button>
      </header>
      <div className="products-bar">
        <ScanField backOfficeId={id} />
      </div>
      {state.problem !== null && <ProblemStrip>{state.problem.message}</ProblemStrip>}
      {state.total === null && state.problem === null && <Bars label={t('products.loading')} />}
      {state.total === 0 &&
        (search === '' ? (
          <EmptyState
            icon={Tag}
            title={t('products.empty')}
            action={served && <Button onClick={() => void begin(served.id)}>{t('products.fromInventory')}</Button>}
          >
            {t('products.emptyBody')}
          </EmptyState>
        ) : (
          <EmptyState icon={Tag} title={t('products.nothing', { search })} />
        ))}
      {state.total !== null && state.total > 0 && <ProductTable office={office} />}
      {adding && <ProductDialog backOfficeId={id} onClose={() => setAdding(false)} />}
      {importing && <ImportDialog backOfficeId={id} onClose={() => setImporting(false)} />}
    </>
  )
}
