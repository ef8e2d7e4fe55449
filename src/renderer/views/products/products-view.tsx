import { Monitor } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { Segments } from '../../components/segments.tsx'
import { builtInOffice } from '../../stores/back-offices-slice.ts'
import { useApp } from '../../stores/use-app.ts'
import { OfficeOrders } from '../office-orders/office-orders.tsx'
import { Products } from './products.tsx'

/** This PC as a back office: its products and stock, and the orders to pack. */
export function ProductsView() {
  const { t } = useTranslation()
  const [shown, setShown] = useState<'products' | 'orders'>('products')
  const office = useApp(builtInOffice)
  const switcher = (
    <Segments
      label={t('products.views')}
      value={shown}
      segments={[
        { value: 'products', label: t('products.products') },
        { value: 'orders', label: t('products.toShip') },
      ]}
      onValue={setShown}
    />
  )
  return (
    <main className="page" aria-labelledby="products-title">
      {office === null ? (
        <EmptyState icon={Monitor} title={t('products.empty')} />
      ) : shown === 'products' ? (
        <Products office={office} switcher={switcher} />
      ) : (
        <OfficeOrders office={office} switcher={switcher} />
      )}
    </main>
  )
}
