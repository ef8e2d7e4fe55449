import type { Api } from '../../preload/contract/index.ts'
import type { ProductView } from '../../preload/contract/products.ts'
import type { Reply, ReplyFault } from '../../preload/contract/reply.ts'
import type { CsvError, FileView } from '../../preload/contract/shapes.ts'
import type { Slice } from './app-store.ts'

export interface CsvPreview {
  readonly total: number
  readonly rows: readonly ProductView[]
  readonly errors: readonly CsvError[]
}

export interface CsvImport {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Nothing was imported when there is one. */
  readonly errors: readonly CsvError[]
}

export interface ProductsSlice {
  readonly productSearch: string
  readonly productPages: ReadonlyMap<number, readonly ProductView[]>
  /** Null until the table has answered once. */
  readonly productTotal: number | null
  readonly productsProblem: ReplyFault | null
  searchProducts(backOfficeId: number, search: string): Promise<void>
  showProducts(backOfficeId: number, first: number, last: number): Promise<void>
  reloadProducts(backOfficeId: number): Promise<void>
  /** `was`: the product as it was shown; null for a new one. */
  saveProduct(backOfficeId: number, product: ProductView, was: ProductView | null): Promise<Reply<ProductView>>
  removeProduct(backOfficeId: number, sku: string): Promise<Reply<void>>
  bookUnits(backOfficeId: number, code: string, units: number): Promise<Reply<ProductView>>
  productsCsv(backOfficeId: number): Promise<FileView | null>
  /** The file in base64. */
  previewProducts(backOfficeId: number, file: string): Promise<Reply<CsvPreview>>
  importProducts(backOfficeId: number, file: string): Promise<Reply<CsvImport>>
  startFromInventory(
    backOfficeId: number,
    connectionId: number,
  ): Promise<Reply<{ readonly added: number; readonly left: readonly string[] }>>
}

const PAGE = 200

export const productAt = (
  { productPages }: Pick<ProductsSlice, 'productPages'>,
  index: number,
): ProductView | undefined => productPages.get(Math.floor(index / PAGE))?.[index % PAGE]

export const createProductsSlice =
  (api: Api): Slice<ProductsSlice> =>
  (set, get) => {
    const asked = new Set<number>()
    let shownPage = 0
    const read = async (backOfficeId: number, page: number, anew: boolean): Promise<void> => {
      const { productSearch: search } = get()
      asked.add(page)
      const reply = await api.products.list({ backOfficeId, search, offset: page * PAGE, limit: PAGE })
      asked.delete(page)
      if (get().productSearch !== search) return
      if (!reply.ok) return set({ productsProblem: reply.fault })
      set(({ productPages }) => ({
        productPages: new Map([...(anew ? [] : productPages), [page, reply.value.rows]]),
        productTotal: reply.value.total,
        productsProblem: null,
      }))
    }
    const reload = (backOfficeId: number): Promise<void> => read(backOfficeId, shownPage, true)
    const reloadAfter = async <T>(backOfficeId: number, reply: Reply<T>): Promise<Reply<T>> => {
      if (reply.ok) await reload(backOfficeId)
      return reply
    }
    return {
      productSearch: '',
      productPages: new Map(),
      productTotal: null,
      productsProblem: null,
      async searchProducts(backOfficeId, productSearch) {
        shownPage = 0
        set({ productSearch, productPages: new Map(), productTotal: null })
        await reload(backOfficeId)
      },
      async showProducts(backOfficeId, first, last) {
        shownPage = Math.floor(first / PAGE)
        const pages = [...new Set([shownPage, Math.floor(last / PAGE)])]
        const missing = pages.filter((page) => !get().productPages.has(page) && !asked.has(page))
        await Promise.all(missing.map((page) => read(backOfficeId, page, false)))
      },
      reloadProducts: reload,
      saveProduct: async (backOfficeId, product, was) =>
        reloadAfter(backOfficeId, await api.products.save({ backOfficeId, product, was })),
      removeProduct: async (backOfficeId, sku) =>
        reloadAfter(backOfficeId, await api.products.remove({ backOfficeId, sku })),
      bookUnits: async (backOfficeId, code, units) =>
        reloadAfter(backOfficeId, await api.products.receive({ backOfficeId, code, units })),
      async productsCsv(backOfficeId) {
        const reply = await api.products.exportCsv({ backOfficeId })
        if (reply.ok) return reply.value
        get().notify('problem', reply.fault.message)
        return null
      },
      previewProducts: (backOfficeId, file) => api.products.previewCsv({ backOfficeId, file }),
      importProducts: async (backOfficeId, file) =>
        reloadAfter(backOfficeId, await api.products.importCsv({ backOfficeId, file })),
      startFromInventory: async (backOfficeId, connectionId) =>
        reloadAfter(backOfficeId, await api.products.startFromInventory({ backOfficeId, connectionId })),
    }
  }
