import type { AppInfo } from '../../preload/contract/app.ts'
import type { Api } from '../../preload/contract/index.ts'
import type { AppSettings } from '../../preload/contract/settings.ts'
import type { FileView } from '../../preload/contract/shapes.ts'
import type { Slice } from './app-store.ts'

export interface SessionSlice {
  readonly info: AppInfo | null
  readonly settings: AppSettings | null
  /** When a change of the settings was last kept, in milliseconds. */
  readonly settingsSavedAt: number | null
  keepInfo(info: AppInfo): void
  keepSettings(settings: AppSettings): void
  changeSettings(change: Partial<AppSettings>): Promise<void>
  makeDiagnostics(): Promise<FileView | null>
}

export const createSessionSlice =
  (api: Api): Slice<SessionSlice> =>
  (set, get) => ({
    info: null,
    settings: null,
    settingsSavedAt: null,
    keepInfo: (info) => set({ info }),
    keepSettings: (settings) => set({ settings }),
    async changeSettings(change) {
      const reply = await api.settings.change(change)
      if (reply.ok) set({ settings: reply.value, settingsSavedAt: Date.now() })
      else get().notify('problem', reply.fault.message)
    },
    async makeDiagnostics() {
      const reply = await api.app.diagnostics()
      if (reply.ok) return reply.value
      get().notify('problem', reply.fault.message)
      return null
    },
  })
