const ORDER = [
  ...[
    'ref',
    'createdAt',
    'currency',
    'paid',
    'shippingFirstName',
    'shippingLastName',
    'shippingLine1',
    'shippingLine2',
  ],
  ...['shippingZip', 'shippingCity', 'shippingCountry', 'buyerPhone', 'relayId', 'shippingMode', 'shippingGross'],
]
const LINE = ['lineId', 'sku', 'quantity', 'unitPriceGross']

/** What a system needs to send an order, under our own names (custom-backoffice.md B2 and its example). */
export const ORDER_COLUMNS = [
  ...ORDER.map((name) => ({ name, value: `{{order.${name}}}` })),
  ...LINE.map((name) => ({ name, value: `{{line.${name}}}` })),
]
