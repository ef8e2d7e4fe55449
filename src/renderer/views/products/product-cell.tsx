import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProductView } from '../../../preload/contract/products.ts'
import { useApp } from '../../stores/use-app.ts'

type Editable = 'title' | 'ean' | 'stock' | 'safetyStock'

interface ProductCellProps {
  backOfficeId: number
  product: ProductView
  field: Editable
}

const NAMES = { title: 'name', ean: 'ean', stock: 'stock', safetyStock: 'safety' } as const

/** Edited in place: Enter keeps it and goes down, Esc undoes. */
export function ProductCell({ backOfficeId, product, field }: ProductCellProps) {
  const { t } = useTranslation()
  const { saveProduct, notify } = useApp(({ saveProduct, notify }) => ({ saveProduct, notify }))
  const shown = String(product[field])
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const isNumber = field === 'stock' || field === 'safetyStock'

  const isWrong = isNumber && typed !== null && !/^-?\d+$/.test(typed.trim())

  const keep = async (): Promise<void> => {
    if (typed === null || typed.trim() === shown) return setTyped(null)
    setWrong(isWrong)
    if (isWrong) return notify('problem', t('products.notNumber'))
    const text = typed.trim()
    const reply = await saveProduct(backOfficeId, { ...product, [field]: isNumber ? Number(text) : text }, product)
    setWrong(!reply.ok)
    if (reply.ok) setTyped(null)
    else notify('problem', reply.fault.message)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const cell = event.currentTarget
    if (event.key === 'Escape') {
      event.stopPropagation()
      setTyped(null)
      setWrong(false)
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    // Leaving the cell is what keeps it, so that it is kept once.
    const next = isWrong ? null : below(cell)
    if (next === null) void keep()
    else next.focus()
  }

  return (
    <input
      className={field === 'ean' ? 'cell-input mono' : 'cell-input'}
      aria-label={t('products.cell', { column: t(`products.${NAMES[field]}`), sku: product.sku })}
      aria-invalid={wrong || undefined}
      inputMode={isNumber ? 'numeric' : 'text'}
      spellCheck={false}
      data-field={field}
      value={typed ?? shown}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => void keep()}
      onKeyDown={onKeyDown}
    />
  )
}

const below = (cell: HTMLElement): HTMLElement | null => {
  const row = Number(cell.closest<HTMLElement>('[data-row]')?.dataset['row'])
  return document.querySelector(`[data-row="${row + 1}"] [data-field="${cell.dataset['field']}"]`)
}
