import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/field.tsx'
import type { FoundProduct } from '../../../stores/back-offices-slice.ts'
import { useApp } from '../../../stores/use-app.ts'
import type { FixFormProps } from './fix-form.tsx'

const PAUSE_MS = 200

/** Which product of the back office a SKU of Rakuten means; the answer is kept as an alias. */
export function ProductForm({ order, problem, label, busy, onFix, beside }: FixFormProps) {
  const { t } = useTranslation()
  const { officeId, office, findProducts } = useApp((state) => {
    const connection = state.connections?.find(({ id }) => id === order.connectionId)
    return {
      officeId: connection?.backOfficeId ?? null,
      office: connection?.backOffice ?? '',
      findProducts: state.findProducts,
    }
  })
  const sku = String(problem.detail['sku'] ?? '')
  const [search, setSearch] = useState('')
  const [found, setFound] = useState<readonly FoundProduct[] | null>(null)
  const [product, setProduct] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)

  useEffect(() => {
    if (officeId === null) return
    let current = true
    const timer = setTimeout(async () => {
      const reply = await findProducts(officeId, order.connectionId, search)
      if (!current) return
      setTrouble(reply.ok ? null : reply.fault.message)
      setFound(reply.ok ? reply.value : null)
    }, PAUSE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [officeId, order.connectionId, search, findProducts])

  return (
    <div className="fix-form">
      <TextField
        label={t('fix.productSearch', { office })}
        value={search}
        onValue={setSearch}
        help={sku === '' ? undefined : t('fix.productHint', { sku })}
        error={trouble}
      />
      {found !== null && found.length === 0 && <p className="fix-found">{t('fix.noProduct', { office, search })}</p>}
      {found !== null && found.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: the products are buttons, not fields of a form
        <div className="fix-products" role="group" aria-label={t('fix.product', { office })}>
          {found.map((one) => (
            <button
              key={one.sku}
              type="button"
              className="fix-product"
              aria-pressed={product === one.sku}
              onClick={() => setProduct(one.sku)}
            >
              <span className="mono">{one.sku}</span>
              <span className="grow shortened">{one.title}</span>
              {one.available !== null && (
                <span className="small second number">{t('fix.available', { n: one.available })}</span>
              )}
            </button>
          ))}
        </div>
      )}
      <div className="problem-acts">
        <Button
          kind="primary"
          busy={busy}
          onClick={() => {
            if (product === '') setTrouble(t('fix.missing', { field: t('fix.product', { office }) }))
            else void onFix({ product, ...(sku !== '' && { sku }) })
          }}
        >
          {label}
        </Button>
        {beside}
      </div>
    </div>
  )
}
