import type { Slice } from './app-store.ts'

export interface Notice {
  readonly id: number
  readonly tone: 'done' | 'note' | 'problem'
  readonly text: string
  readonly action: { readonly label: string; readonly run: () => void } | null
}

export interface NoticesSlice {
  /** At most two; the older one gives way. */
  readonly notices: readonly Notice[]
  notify(tone: Notice['tone'], text: string, action?: Notice['action']): void
  dismissNotice(id: number): void
}

const MOST = 2

export const createNoticesSlice: Slice<NoticesSlice> = (set) => {
  let next = 1
  return {
    notices: [],
    notify: (tone, text, action = null) => {
      const notice: Notice = { id: next++, tone, text, action }
      set(({ notices }) => ({ notices: [...notices, notice].slice(-MOST) }))
    },
    dismissNotice: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
  }
}
