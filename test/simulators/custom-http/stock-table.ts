import type { Shop } from './shop.ts'

/** Cut off in its last row when it breaks. */
export const stockTable = ({ products, breaksStock }: Shop): string => {
  const cell = (text: string): string => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const rows = products.map(({ sku, stock }) => `${cell(sku)};${stock}\r\n`)
  const table = ['sku;voorraad\r\n', ...rows].join('')
  return breaksStock ? table.slice(0, table.lastIndexOf(';')) : table
}
