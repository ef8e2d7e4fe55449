import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { App } from './app.tsx'
import { createHttpApi } from './http-api.ts'
import { StartFailed } from './start-failed.tsx'
import { createAppStore } from './stores/app-store.ts'
import { listenToEvents } from './stores/listen.ts'
import { createLanguageSwitch, loadSurroundings, startWindow } from './stores/start-window.ts'
import { AppStoreContext } from './stores/use-app.ts'
import './styles/tokens.css'
import './styles/base.css'

const start = async (root: HTMLElement): Promise<void> => {
  const api = window.api ?? createHttpApi()
  const store = createAppStore(api)
  const started = await startWindow(api, store)
  if (!started.ok) {
    createRoot(root).render(<StartFailed message={started.fault.message} />)
    return
  }
  listenToEvents(api, store)
  const speak = createLanguageSwitch(api, started.texts)
  createRoot(root).render(
    <AppStoreContext value={store}>
      <I18nextProvider i18n={started.texts}>
        <App onLanguage={(language) => void speak(language)} />
      </I18nextProvider>
    </AppStoreContext>,
  )
  await loadSurroundings(store)
}

const root = document.getElementById('root')
if (root !== null) void start(root)
