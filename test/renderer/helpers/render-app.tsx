import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { I18nextProvider } from 'react-i18next'
import { vi } from 'vitest'
import { App } from '../../../src/renderer/app.tsx'
import { createAppStore } from '../../../src/renderer/stores/app-store.ts'
import { listenToEvents } from '../../../src/renderer/stores/listen.ts'
import { loadSurroundings, startWindow } from '../../../src/renderer/stores/start-window.ts'
import { AppStoreContext } from '../../../src/renderer/stores/use-app.ts'
import type { ApiTwin } from './api-twin.ts'

// The whole window answers every key that is typed, and machines that test may be slow.
vi.setConfig({ testTimeout: 20_000 })

/** The whole window over a twin of the contract, as `main.tsx` puts it together. */
export const renderApp = async ({ api }: ApiTwin, place = '#/orders') => {
  location.hash = place
  const store = createAppStore(api)
  const started = await startWindow(api, store)
  if (!started.ok) throw new Error(started.fault.message)
  const user = userEvent.setup({ delay: null })
  listenToEvents(api, store)
  render(
    <AppStoreContext value={store}>
      <I18nextProvider i18n={started.texts}>
        <App onLanguage={() => {}} />
      </I18nextProvider>
    </AppStoreContext>,
  )
  await loadSurroundings(store)
  return { store, user }
}
