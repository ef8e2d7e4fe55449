import { Trash2 } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackOfficeView } from '../../../preload/contract/back-offices.ts'
import type { ProductView } from '../../../preload/contract/products.ts'
import { IconButton } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { inPixels } from '../../components/in-pixels.ts'
import type { TableColumn } from '../../components/table-columns.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { productAt } from '../../stores/products-slice.ts'
import { useApp } from '../../stores/use-app.ts'
import { ProductCell } from './product-cell.tsx'

/** Every product; its cells are edited in place. */
export function ProductTable({ office }: { office: BackOfficeView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [cursor, setCursor] = useState(0)
  const { total, productPages, showProducts, removeProduct, saveProduct, notify, singleKeys } = useApp((state) => ({
    total: state.productTotal ?? 0,
    productPages: state.productPages,
    showProducts: state.showProducts,
    removeProduct: state.removeProduct,
    saveProduct: state.saveProduct,
    notify: state.notify,
    singleKeys: state.settings?.singleKeys !== false,
  }))
  const { id } = office
  const at = useCallback((index: number) => productAt({ productPages }, index), [productPages])
  const onShown = useCallback((first: number, last: number) => void showProducts(id, first, last), [id, showProducts])

  const columns = useMemo((): readonly TableColumn<ProductView>[] => {
    const remove = async (product: ProductView): Promise<void> => {
      const reply = await removeProduct(id, product.sku)
      if (!reply.ok) return notify('problem', reply.fault.message)
      notify('done', t('products.removed', { sku: product.sku }), {
        label: t('do.undo'),
        run: () => void saveProduct(id, product, null),
      })
    }
    return [
      {
        id: 'sku',
        head: t('products.sku'),
        rem: 9,
        grow: 1,
        cell: ({ sku }) => (
          <span className="mono" title={sku}>
            {sku}
          </span>
        ),
      },
      {
        id: 'title',
        head: t('products.name'),
        rem: 9,
        grow: 2,
        cell: (product) => <ProductCell backOfficeId={id} product={product} field="title" />,
      },
      {
        id: 'ean',
        head: t('products.ean'),
        rem: 9,
        givesWay: 2,
        cell: (product) => <ProductCell backOfficeId={id} product={product} field="ean" />,
      },
      {
        id: 'stock',
        head: t('products.stock'),
        rem: 5,
        align: 'end',
        cell: (product) => <ProductCell backOfficeId={id} product={product} field="stock" />,
      },
      {
        id: 'safety',
        head: t('products.safety'),
        rem: 5,
        align: 'end',
        givesWay: 3,
        cell: (product) => <ProductCell backOfficeId={id} product={product} field="safetyStock" />,
      },
      {
        id: 'price',
        head: t('products.price'),
        rem: 5,
        align: 'end',
        givesWay: 1,
        cell: ({ priceCents }) => (priceCents === null ? '–' : format.amount(priceCents)),
      },
      {
        id: 'remove',
        head: <span className="unseen">{t('do.remove')}</span>,
        rem: 2,
        cell: (product) => (
          <IconButton
            kind="quiet"
            small
            icon={Trash2}
            label={t('products.remove', { sku: product.sku })}
            onClick={() => void remove(product)}
          />
        ),
      },
    ]
  }, [t, format, id, removeProduct, saveProduct, notify])

  return (
    <DataTable
      label={t('products.table', { office: office.label })}
      columns={columns}
      at={at}
      count={total}
      rowHeight={inPixels(2.5)}
      cursor={cursor}
      onCursor={setCursor}
      onShown={onShown}
      singleKeys={singleKeys}
    />
  )
}
