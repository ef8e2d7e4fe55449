/** What the seller ticked: methods by resource, as the table of prestashop.md 1.1 wants it. */
export type Ticked = Map<string, Set<string>>

const table = (resources: string, ...methods: readonly string[]) =>
  resources.split(' ').map((resource) => [resource, new Set(['GET', ...methods])] as const)

export const tickedByDefault = (): Ticked =>
  new Map([
    ...table('orders', 'POST', 'PUT', 'PATCH'),
    ...table('order_carriers order_payments order_invoices order_details', 'PUT', 'PATCH'),
    ...table('order_histories', 'POST'),
    ...table(
      'order_states carriers configurations countries currencies languages taxes tax_rules tax_rule_groups shops',
    ),
    ...table('customers addresses carts specific_prices', 'POST', 'PUT'),
    ...table('products combinations stock_availables order_slip'),
  ])

const ALL = ['get', 'put', 'post', 'patch', 'delete', 'head']

export const permissionList = (ticked: Ticked, hasPatch: boolean): string =>
  `<api shopName="Boutique">${[...ticked]
    .map(([resource, methods]) => {
      const attributes = ALL.filter((method) => hasPatch || method !== 'patch').map(
        (method) => `${method}="${methods.has(method.toUpperCase())}"`,
      )
      return `<${resource} xlink:href="/api/${resource}" ${attributes.join(' ')}><description xlink:href="/api/${resource}" get="true">The ${resource}</description></${resource}>`
    })
    .join('')}</api>`
