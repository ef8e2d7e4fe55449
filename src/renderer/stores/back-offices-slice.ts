import type {
  BackOfficeKindView,
  BackOfficeView,
  DeliveryMethodView,
  OfficePreview,
} from '../../preload/contract/back-offices.ts'
import type { Api } from '../../preload/contract/index.ts'
import type { Reply } from '../../preload/contract/reply.ts'
import type { ChoiceView } from '../../preload/contract/shapes.ts'
import type { Slice } from './app-store.ts'
import { newestAnswer } from './newest-answer.ts'

export interface FoundProduct {
  readonly sku: string
  readonly title: string
  readonly available: number | null
}

export interface NewBackOffice {
  readonly kind: string
  readonly label: string
  /** Secrets among them: they are handed on and kept nowhere in the window. */
  readonly values: Readonly<Record<string, string>>
}

export type ChoicesOf =
  | { readonly id: number }
  | { readonly kind: string; readonly values: Readonly<Record<string, string>> }

export type PreviewOf =
  | { readonly id: number; readonly settings?: Readonly<Record<string, string>> }
  | { readonly kind: string; readonly values: Readonly<Record<string, string>> }

/** Null: the latest order. `following`: nobody pressed for it, the form was changed. */
export interface ShownFor {
  readonly orderId: number | null
  readonly following: boolean
}

export interface BackOfficesSlice {
  readonly backOffices: readonly BackOfficeView[]
  /** This PC first. */
  readonly backOfficeKinds: readonly BackOfficeKindView[]
  loadBackOffices(): Promise<void>
  loadBackOfficeKinds(): Promise<void>
  addBackOffice(wanted: NewBackOffice): Promise<Reply<BackOfficeView>>
  changeBackOffice(
    id: number,
    change: { readonly label?: string; readonly settings?: Readonly<Record<string, string>> },
  ): Promise<Reply<BackOfficeView>>
  /** What a field may be, where only the back office itself knows: one that is kept, or one that is being added. */
  readChoices(of: ChoicesOf, field: string): Promise<Reply<readonly ChoiceView[]>>
  /** What would go out for an order, the latest where none is chosen: of one that is kept, or one that is being added. */
  previewBackOffice(of: PreviewOf, shownFor: ShownFor): Promise<Reply<OfficePreview>>
  removeBackOffice(id: number): Promise<Reply<void>>
  /** Products to choose one from. */
  findProducts(id: number, connectionId: number, search: string): Promise<Reply<readonly FoundProduct[]>>
  readMethods(id: number): Promise<Reply<readonly DeliveryMethodView[]>>
}

export const createBackOfficesSlice =
  (api: Api): Slice<BackOfficesSlice> =>
  (set, get) => ({
    backOffices: [],
    backOfficeKinds: [],
    loadBackOffices: newestAnswer(
      () => api.backOffices.list(),
      (reply) => {
        if (reply.ok) set({ backOffices: reply.value })
        else get().notify('problem', reply.fault.message)
      },
    ),
    async loadBackOfficeKinds() {
      const reply = await api.backOffices.kinds()
      if (reply.ok) set({ backOfficeKinds: reply.value })
      else get().notify('problem', reply.fault.message)
    },
    async addBackOffice(wanted) {
      const reply = await api.backOffices.add(wanted)
      if (reply.ok) set(({ backOffices }) => ({ backOffices: [...backOffices, reply.value] }))
      return reply
    },
    async changeBackOffice(id, change) {
      const reply = await api.backOffices.change({ id, ...change })
      if (reply.ok)
        set(({ backOffices }) => ({ backOffices: backOffices.map((one) => (one.id === id ? reply.value : one)) }))
      return reply
    },
    readChoices: (of, field) => api.backOffices.choices({ ...of, field }),
    previewBackOffice: (of, shownFor) => api.backOffices.preview({ ...of, ...shownFor }),
    async removeBackOffice(id) {
      const reply = await api.backOffices.remove({ id })
      if (reply.ok) set(({ backOffices }) => ({ backOffices: backOffices.filter((office) => office.id !== id) }))
      return reply
    },
    findProducts: (id, connectionId, search) => api.backOffices.products({ id, connectionId, search }),
    readMethods: (id) => api.backOffices.methods({ id }),
  })

/** The back office that is kept on this PC, where there is one. */
export const builtInOffice = ({ backOffices }: Pick<BackOfficesSlice, 'backOffices'>): BackOfficeView | null =>
  backOffices.find(({ officeKind }) => officeKind === 'built-in') ?? null
