/** The fewest calls with which a platform lets 500 open orders and the stock of 5,000 SKUs be read, and how near we mean to come. */
export interface FewestCalls {
  readonly orders: number
  readonly stock: number
  /** The highest ratios that are good enough; more than 1 where the platform's own limits cost calls that its page sizes do not show. */
  readonly goals: { readonly orders: number; readonly stock: number }
}

const ORDERS = 500
const SKUS = 5_000
const pages = (rows: number, size: number): number => Math.ceil(rows / size)

export const FEWEST_CALLS: Readonly<Record<string, FewestCalls>> = {
  // woocommerce.md 1.4: 100 rows a page.
  woocommerce: { orders: pages(ORDERS, 100), stock: pages(SKUS, 100), goals: { orders: 1, stock: 1 } },
  // prestashop.md 3.1 and 5: 200 orders a list, 80 orders a call for their carriers; 2,000 rows of products, combinations and stock each.
  // Asked for by their ids, orders come 80 a call as well, and so do their lines; combinations and stock say what the shop is set to.
  prestashop: {
    orders: pages(ORDERS, 200) + pages(ORDERS, 80),
    stock: 2 * pages(SKUS, 2_000) + 1,
    goals: { orders: 2.1, stock: 1.3 },
  },
  // shopify.md 2 and 5: 250 ids, and 250 variants a page; an order costs points, of which a question may cost 1,000 (6).
  shopify: { orders: pages(ORDERS, 250), stock: pages(SKUS, 250), goals: { orders: 1.5, stock: 1 } },
  // magento.md 3.1 and 5: 100 ids a call, and again for the shipments of orders of which something has left; 300 SKUs a page, one call
  // for what changed in the catalogue, and one for orders that others brought in meanwhile.
  magento: { orders: pages(ORDERS, 100), stock: pages(SKUS, 300), goals: { orders: 1, stock: 1.12 } },
  // shopware.md 3: 500 ids a call, with lines and deliveries, and 500 products a page.
  shopware: { orders: pages(ORDERS, 500), stock: pages(SKUS, 500), goals: { orders: 1, stock: 1 } },
  // ccvshop.md 1, 3 and 5: pages of 250 orders with their rows, and of 250 products with their variants.
  ccvshop: { orders: pages(ORDERS, 250), stock: pages(SKUS, 250), goals: { orders: 1, stock: 1 } },
  // cubyn.md 3 and 5: 100 parcels a page, newest first, and 100 products. A list of 500 was seen in one script, by another version and a
  // status at a time: nothing to build on.
  cubyn: { orders: pages(ORDERS, 100), stock: pages(SKUS, 100), goals: { orders: 1, stock: 1 } },
  // lightspeed.md 3 and 5: 250 rows a page; orders and their shipments are lists apart. Lists do not tell how long they are, and how long the
  // one of shipments, or of variants, should be is a call.
  lightspeed: { orders: 2 * pages(ORDERS, 250), stock: pages(SKUS, 250), goals: { orders: 1.25, stock: 1.05 } },
  // custom-backoffice.md B3: what its template allows; that of the stand-in asks for 50 ids at once, and has 100 SKUs on a page. A last page
  // that is full is followed by an empty one.
  custom: { orders: pages(ORDERS, 50), stock: pages(SKUS, 100), goals: { orders: 1, stock: 1.02 } },
}
