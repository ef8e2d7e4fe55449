import type { i18n } from 'i18next'
import type { Language } from '../../preload/contract/app.ts'
import type { Api } from '../../preload/contract/index.ts'
import type { ReplyFault } from '../../preload/contract/reply.ts'
import { createTexts, type Texts } from '../i18n/create-texts.ts'
import type { AppStore } from './app-store.ts'

export type Started = { readonly ok: true; readonly texts: i18n } | { readonly ok: false; readonly fault: ReplyFault }

/** Words and settings come before the first paint; everything else after it. */
export const startWindow = async (api: Api, store: AppStore): Promise<Started> => {
  const [info, settings] = await Promise.all([api.app.info(), api.settings.get()])
  if (!info.ok) return info
  if (!settings.ok) return settings
  const language = settings.value.language === 'system' ? info.value.systemLanguage : settings.value.language
  const texts = await readTexts(api, language)
  if ('fault' in texts) return { ok: false, fault: texts.fault }
  store.getState().keepInfo(info.value)
  store.getState().keepSettings(settings.value)
  return { ok: true, texts: await createTexts(language, texts.read) }
}

type Read = { readonly read: Readonly<Record<string, Texts>> } | { readonly fault: ReplyFault }

const readTexts = async (api: Api, language: Language): Promise<Read> => {
  const wanted: readonly Language[] = language === 'en' ? ['en'] : ['en', language]
  const replies = await Promise.all(wanted.map((one) => api.app.texts({ language: one })))
  const refused = replies.find((reply) => !reply.ok)
  if (refused !== undefined && !refused.ok) return { fault: refused.fault }
  return { read: Object.fromEntries(replies.map((reply, index) => [wanted[index], reply.ok ? reply.value : {}])) }
}

/** Words of another language, read when the setting changes. The last one asked for stays, however slowly the others come. */
export const createLanguageSwitch = (api: Pick<Api, 'app'>, texts: i18n): ((language: Language) => Promise<void>) => {
  let wanted: string = texts.language
  return async (language) => {
    wanted = language
    if (!texts.hasResourceBundle(language, 'translation')) {
      const reply = await api.app.texts({ language })
      if (!reply.ok) return
      texts.addResourceBundle(language, 'translation', reply.value)
    }
    if (wanted === language) await texts.changeLanguage(language)
  }
}

/** What every screen shows around itself. */
export const loadSurroundings = async (store: AppStore): Promise<void> => {
  const { loadSync, loadProblems, loadConnections, loadBackOffices, loadCounts } = store.getState()
  await Promise.all([loadSync(), loadProblems(), loadConnections(), loadBackOffices(), loadCounts()])
  const { connections, orderCounts, screen, go } = store.getState()
  // Before the first connection there is one thing to do.
  if (screen === 'orders' && connections?.length === 0 && orderCounts?.all === 0) go('connections')
}
