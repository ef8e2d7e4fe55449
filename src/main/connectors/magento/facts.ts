/**
 * What is known of Magento's REST service (magento.md) and has no better place. [C] marks what the specification infers: to be corrected
 * here, and only here, when a real shop shows otherwise.
 */

/** 3.1: entities asked for by id at once; a list of them must fit into an address. */
export const IDS_AT_ONCE = 100
/** 6: the largest page where a shop limits its input. */
export const LARGEST_PAGE = 300
/** 5, [C]: the bulk read of the stock before MSI. */
export const LEGACY_PAGE = 500
/** 5, [C]: asks the bulk read for every product that has not more than this, which are all. */
export const MORE_THAN_ANY_STOCK = 1_000_000

/** 6, [C]: PHP serves one call with one process; small shops have few. */
export const AT_ONCE = 3
/** 2.6: plugins that listen to a saved order can be slow. */
export const CREATE_TIMEOUT_MS = 90_000
/** 2.6, [C]: an order whose creation timed out here may still be saved there. */
export const INDEX_DELAY_SECONDS = 60

/** 2.3, [C]: longer references may not fit into `ext_order_id`. */
export const MOST_REFERENCE = 32
/** 2.3, [C]: stands in where the buyer gave no phone, because some shops demand one. */
export const NO_PHONE = '0000000000'
/** 2.3: a domain that cannot exist, so that no mail of the shop ever reaches the buyer. */
export const NO_MAIL_DOMAIN = 'orders.invalid'
/** [C] An address wants both names; this stands for the one that a company does not have. */
export const NO_NAME = '-'
/** [C] Columns of an order's address, in characters; the customer's names in the order itself are the shortest. */
export const MOST_NAME = 128
export const MOST_TEXT = 255

/** 3.2 */
export const OPEN_STATES = ['new', 'pending_payment', 'processing', 'holded', 'payment_review'] as const
export const CLOSED = 'closed'
export const CANCELED = 'canceled'
export const COMPLETE = 'complete'
/** 2.5: states in which no unit is waited for any more. */
export const FINAL_STATES = [COMPLETE, CLOSED, CANCELED] as const

/** 1.4: the module whose absence means that stock is the one of before MSI. */
export const MSI_MODULE = 'Magento_InventorySales'

/** 3.2: the carrier code of a parcel whose carrier stands in its title. */
export const CUSTOM_CARRIER = 'custom'

/** 2.3: what an order is paid by there; [C] the method must exist in the shop. */
export const PAYMENT_METHOD = 'banktransfer'
/** 2.3 */
export const DEFAULT_METHOD = 'flatrate_flatrate'

/** 2.2, [C]: products that can be booked; the others are boxes around these, or have nothing to send. */
export const BOOKABLE_TYPE = 'simple'

/** 1.2: what the integration must be allowed, by the name in the list of resources and by where it is ticked. */
export const RIGHTS = {
  'Magento_Sales::actions_view': 'Sales > Operations > Orders > Actions > View',
  'Magento_Sales::create': 'Sales > Operations > Orders > Actions > Create',
  'Magento_Sales::cancel': 'Sales > Operations > Orders > Actions > Cancel',
  // [C] Which of its children a shop asks for differs between versions: Sales > Operations as a whole covers them all.
  'Magento_Sales::invoice': 'Sales > Operations > Orders > Actions > Invoice',
  'Magento_Sales::creditmemo': 'Sales > Operations > Orders > Actions > Credit Memos',
  'Magento_Sales::shipment': 'Sales > Operations > Shipments',
  'Magento_Catalog::products': 'Catalog > Inventory > Products',
  'Magento_InventoryApi::source': 'Stores > Inventory > Sources',
  'Magento_InventoryApi::stock': 'Stores > Inventory > Stocks',
  'Magento_InventoryApi::stock_source_link': 'Stores > Inventory > Stocks',
  'Magento_InventorySalesApi::stock': 'Stores > Inventory > Stocks',
  'Magento_CatalogInventory::cataloginventory': 'Stores > Settings > Configuration > Inventory',
  'Magento_Backend::store': 'Stores > Settings > All Stores',
  'Magento_Tax::manage_tax': 'Stores > Taxes',
} as const satisfies Readonly<Record<string, string>>

/** [C] An import can change a product without dating it: what is known of the catalogue is believed for so long. */
export const CATALOGUE_HOURS = 24
