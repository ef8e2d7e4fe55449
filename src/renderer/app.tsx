import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../preload/contract/app.ts'
import { Notices } from './components/notices.tsx'
import { KeySheet } from './frame/key-sheet.tsx'
import { Rail } from './frame/rail.tsx'
import { useGlobalKeys } from './frame/use-global-keys.ts'
import { usePlace } from './frame/use-place.ts'
import type { Screen } from './stores/navigation-slice.ts'
import { useApp } from './stores/use-app.ts'
import { ActivityView } from './views/activity/activity-view.tsx'
import { ConnectionsView } from './views/connections/connections-view.tsx'
import { DeliveryView } from './views/delivery/delivery-view.tsx'
import { OrdersView } from './views/orders/orders-view.tsx'
import { ProductsView } from './views/products/products-view.tsx'
import { SettingsView } from './views/settings/settings-view.tsx'
import { StockView } from './views/stock/stock-view.tsx'
import './app.css'

const VIEWS: Readonly<Record<Screen, () => React.ReactNode>> = {
  orders: OrdersView,
  stock: StockView,
  delivery: DeliveryView,
  products: ProductsView,
  connections: ConnectionsView,
  activity: ActivityView,
  settings: SettingsView,
}

export function App({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const { t, i18n } = useTranslation()
  const { screen, settings, systemLanguage } = useApp(({ screen, settings, info }) => ({
    screen,
    settings,
    systemLanguage: info?.systemLanguage ?? 'en',
  }))
  const language = settings === null || settings.language === 'system' ? systemLanguage : settings.language
  const theme = settings?.theme ?? 'system'
  const density = settings?.density ?? 'comfortable'

  useEffect(() => void onLanguage(language), [language, onLanguage])
  useEffect(() => {
    const root = document.documentElement
    root.lang = i18n.language
    root.dataset['density'] = density
    if (theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme
  }, [theme, density, i18n.language])
  useEffect(() => {
    document.title = t('app.title', { screen: t(`screens.${screen}`) })
  }, [screen, t])
  useGlobalKeys()
  usePlace()

  const View = VIEWS[screen]
  return (
    <div className="app">
      <Rail />
      <View />
      <Notices />
      <KeySheet />
    </div>
  )
}
