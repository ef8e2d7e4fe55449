import type { TFunction } from 'i18next'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderRow } from '../../../preload/contract/order-views.ts'
import { copyText } from '../../components/copy-text.ts'
import { isTyping, overlayIsOpen } from '../../frame/keyboard.ts'
import type { AppState } from '../../stores/app-store.ts'
import { chosenView, savedViews } from '../../stores/order-views-slice.ts'
import { orderAt } from '../../stores/orders-slice.ts'
import { useAppStore } from '../../stores/use-app.ts'
import { ORDER_TABS } from './order-tab-names.ts'

/** The order that a letter is about: the open one, or the one the list stands on. */
const aimedAt = (state: AppState): OrderRow | undefined => state.order ?? orderAt(state, state.cursor)

const SIMPLE = { r: 'retry', a: 'accept', m: 'manual' } as const

/** Keys of the orders screen: none of them destroys anything. */
export const useOrderKeys = (): void => {
  const store = useAppStore()
  const { t } = useTranslation()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const state = store.getState()
      if (event.defaultPrevented || overlayIsOpen() || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Escape') closePanel(state)
      if (isTyping(event.target) || state.settings?.singleKeys === false) return
      if (press(event.key.toLowerCase(), state, t)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [store, t])
}

const copyNumber = async ({ notify }: AppState, { reference }: OrderRow, t: TFunction): Promise<void> => {
  if (await copyText(reference)) notify('done', t('do.copiedNumber', { reference }))
  else notify('problem', t('do.copyDenied'))
}

const closePanel = ({ openOrderId, closeOrder, cursor }: AppState): void => {
  if (openOrderId === null) return
  closeOrder()
  document.querySelector<HTMLElement>(`[data-row="${cursor}"]`)?.focus()
}

const press = (key: string, state: AppState, t: TFunction): boolean => {
  if (key === '[' || key === ']') {
    openNeighbour(state, key === ']' ? 1 : -1)
    return true
  }
  if ((key === 'j' || key === 'k') && state.openOrderId !== null) {
    void state.stepOrder(key === 'j' ? 1 : -1)
    return true
  }
  const order = aimedAt(state)
  if (order === undefined) return false
  if (key === 'c') {
    void copyNumber(state, order, t)
    return true
  }
  if (key === 't') {
    void openTracking(state, order)
    return true
  }
  if (key !== 'r' && key !== 'a' && key !== 'm') return false
  const action = SIMPLE[key]
  if (!order.actions.includes(action)) return false
  void actAndSay(state, order, action)
  return true
}

/** The tab after or before the one that is shown, those of one's own included. */
const openNeighbour = (state: AppState, by: 1 | -1): void => {
  const views = savedViews(state)
  const view = chosenView(state)
  const here = view === null ? ORDER_TABS.indexOf(state.selection.tab) : ORDER_TABS.length + views.indexOf(view)
  const tab = ORDER_TABS[here + by]
  const own = views[here + by - ORDER_TABS.length]
  if (tab !== undefined) void state.openTab(tab)
  else if (own !== undefined) void state.openView(own)
}

const actAndSay = async (state: AppState, { id }: OrderRow, action: 'retry' | 'accept' | 'manual'): Promise<void> => {
  const { done, message } = await state.act(id, { action })
  state.notify(done ? 'done' : 'problem', message)
}

const openTracking = async ({ openOrder }: AppState, { id }: OrderRow): Promise<void> => {
  await openOrder(id)
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-tracking-number]')?.focus())
}
