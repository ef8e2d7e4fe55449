import { startCcvShopSimulator } from './ccvshop/index.ts'
import { startCubynSimulator } from './cubyn/index.ts'
import { startCustomHttpSimulator } from './custom-http/index.ts'
import { startLightspeedSimulator } from './lightspeed/index.ts'
import { startMagentoSimulator } from './magento/index.ts'
import { startPrestaShopSimulator } from './prestashop/index.ts'
import { startShopifySimulator } from './shopify/index.ts'
import { startShopwareSimulator } from './shopware/index.ts'
import { startWooCommerceSimulator } from './woocommerce/index.ts'

/** Every webshop and warehouse that has a stand-in, by the id of its connector. */
export const simulators = {
  woocommerce: startWooCommerceSimulator,
  prestashop: startPrestaShopSimulator,
  shopify: startShopifySimulator,
  magento: startMagentoSimulator,
  shopware: startShopwareSimulator,
  ccvshop: startCcvShopSimulator,
  cubyn: startCubynSimulator,
  lightspeed: startLightspeedSimulator,
  custom: startCustomHttpSimulator,
} as const
