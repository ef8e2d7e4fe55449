import { list, type Route, route } from './route.ts'
import { type Product, STORES, WEBSITES } from './state.ts'
import { RATES, RULES } from './tax-tables.ts'

export const productColumn = (product: Product, field: string): string | number | null | undefined => {
  switch (field) {
    case 'entity_id':
      return product.id
    case 'sku':
    case 'name':
    case 'type_id':
    case 'updated_at':
    case 'price':
      return product[field]
    default:
      // An attribute of the shop; one that it does not have is an error of the database.
      return ATTRIBUTES.includes(field) ? (product.attributes[field] ?? null) : undefined
  }
}

const ATTRIBUTES = ['ean', 'barcode', 'gtin', 'tax_class_id', 'description']

const showProduct = (product: Product) => ({
  id: product.id,
  sku: product.sku,
  name: product.name,
  attribute_set_id: 4,
  price: product.price,
  status: 1,
  visibility: 4,
  type_id: product.type_id,
  created_at: product.updated_at,
  updated_at: product.updated_at,
  weight: product.weight,
  extension_attributes: { website_ids: [1] },
  custom_attributes: Object.entries(product.attributes).map(([attribute_code, value]) => ({ attribute_code, value })),
})

const MODULES = ['Magento_Store', 'Magento_Sales', 'Magento_Catalog', 'Magento_CatalogInventory', 'Magento_Tax']
const MSI_MODULES = ['Magento_Inventory', 'Magento_InventorySales', 'Magento_InventoryShipping']

export const catalogueRoutes: readonly Route[] = [
  route('GET', 'products', 'Magento_Catalog::products', (asked) =>
    list(asked, [...asked.shop.products.values()], productColumn, showProduct),
  ),
  route('GET', 'modules', 'Magento_Backend::store', ({ shop: { setup } }) => [
    ...MODULES,
    ...(setup.hasMsi ? MSI_MODULES : []),
  ]),
  route('GET', 'store/storeConfigs', 'Magento_Backend::store', ({ shop: { setup } }) =>
    STORES.map(({ id, code, website_id }) => ({
      ...{ id, code, website_id, locale: 'fr_FR', timezone: 'Europe/Paris', weight_unit: 'kgs' },
      ...{ base_currency_code: setup.baseCurrency, default_display_currency_code: setup.baseCurrency },
    })),
  ),
  route('GET', 'store/storeViews', 'Magento_Backend::store', () => [
    { id: 0, code: 'admin', name: 'Admin', website_id: 0, store_group_id: 0, is_active: 1 },
    ...STORES.map((store) => ({ ...store, store_group_id: store.website_id, is_active: 1 })),
  ]),
  route('GET', 'store/websites', 'Magento_Backend::store', () => [
    { id: 0, code: 'admin', name: 'Admin', default_group_id: 0 },
    ...WEBSITES.map(({ stock_id: _, ...website }) => website),
  ]),
  route('GET', 'directory/countries', null, ({ shop }) =>
    [...shop.countries].map((id) => ({ id, two_letter_abbreviation: id, three_letter_abbreviation: `${id}X` })),
  ),
  route('GET', 'taxRules/search', 'Magento_Tax::manage_tax', (asked) =>
    list(
      asked,
      RULES,
      (rule, field) => (field === 'id' ? rule.id : undefined),
      (rule) => rule,
    ),
  ),
  route('GET', 'taxRates/search', 'Magento_Tax::manage_tax', (asked) =>
    list(
      asked,
      RATES,
      (rate, field) => (field === 'id' ? rate.id : undefined),
      (rate) => rate,
    ),
  ),
]
