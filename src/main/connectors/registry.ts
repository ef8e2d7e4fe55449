import { ccvShop } from './ccvshop/index.ts'
import { cubyn } from './cubyn/index.ts'
import { custom } from './custom/index.ts'
import { lightspeed } from './lightspeed/index.ts'
import { magento } from './magento/index.ts'
import { prestashop } from './prestashop/index.ts'
import { rakutenFrance } from './rakuten-france/index.ts'
import { shopify } from './shopify/index.ts'
import { shopware } from './shopware/index.ts'
import type { BackOfficeDefinition } from './sockets/back-office.ts'
import type { MarketplaceDefinition } from './sockets/marketplace.ts'
import { thisPc } from './this-pc/index.ts'
import { wooCommerce } from './woocommerce/index.ts'

/** Every marketplace an account can be connected to. */
export const marketplaces: readonly MarketplaceDefinition[] = [
  rakutenFrance, //
]

/** Every back office, in the order in which the wizard offers them. */
export const backOffices: readonly BackOfficeDefinition[] = [
  thisPc,
  wooCommerce,
  prestashop,
  shopify,
  magento,
  shopware,
  lightspeed,
  ccvShop,
  cubyn,
  custom,
]
