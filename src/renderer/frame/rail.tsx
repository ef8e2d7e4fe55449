import { Activity, Boxes, Ellipsis, Inbox, Link2, type LucideIcon, SlidersHorizontal, Tag, Truck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Glyph } from '../components/glyph.tsx'
import { Mark } from '../components/mark.tsx'
import { Menu } from '../components/menu.tsx'
import { knownConnections } from '../stores/connections-slice.ts'
import type { Screen } from '../stores/navigation-slice.ts'
import { useApp } from '../stores/use-app.ts'
import { RailFoot } from './rail-foot.tsx'
import { screensShown } from './screens-shown.ts'
import './rail.css'

const ICONS: Readonly<Record<Screen, LucideIcon>> = {
  orders: Inbox,
  stock: Boxes,
  delivery: Truck,
  products: Tag,
  connections: Link2,
  activity: Activity,
  settings: SlidersHorizontal,
}

/** What a narrow window keeps behind *More*. */
const BEHIND_MORE: readonly Screen[] = ['products', 'activity', 'settings']

export function Rail() {
  const { t } = useTranslation()
  const { screen, go, backOffices, ordersCount, connectionsCount } = useApp((state) => ({
    screen: state.screen,
    go: state.go,
    backOffices: state.backOffices,
    ordersCount: state.orderCounts?.todo ?? 0,
    connectionsCount: knownConnections(state).filter(({ problem }) => problem?.needsPerson).length,
  }))
  const screens = screensShown({ backOffices })
  const counts: Readonly<Partial<Record<Screen, number>>> = { orders: ordersCount, connections: connectionsCount }
  const more = screens.filter((one) => BEHIND_MORE.includes(one))

  return (
    <nav className="rail" aria-label={t('app.main')} data-region="rail">
      <div className="brand">
        <Mark />
        <b>{t('app.name')}</b>
      </div>
      {screens.map((one, index) => (
        <a
          key={one}
          className={BEHIND_MORE.includes(one) ? 'rail-entry behind-more' : 'rail-entry'}
          href={`#/${one}`}
          aria-current={one === screen ? 'page' : undefined}
          title={`${t(`screens.${one}`)} (Ctrl+${index + 1})`}
          onClick={(event) => {
            event.preventDefault()
            go(one)
          }}
        >
          <Glyph of={ICONS[one]} />
          <span className="rail-name">{t(`screens.${one}`)}</span>
          <TodoCount count={counts[one] ?? 0} />
        </a>
      ))}
      <Menu
        trigger={
          <button
            type="button"
            className="rail-entry rail-more"
            aria-current={more.includes(screen) ? 'page' : undefined}
          >
            <Glyph of={Ellipsis} />
            <span className="rail-name">{t('app.more')}</span>
          </button>
        }
        entries={more.map((one) => ({ label: t(`screens.${one}`), icon: ICONS[one], onSelect: () => go(one) }))}
      />
      <RailFoot />
    </nav>
  )
}

/** Only where a person is needed. */
function TodoCount({ count }: { count: number }) {
  const { t } = useTranslation()
  if (count === 0) return null
  return (
    <span className="todo-count">
      <span aria-hidden="true">{count > 999 ? '999+' : count}</span>
      <span className="unseen">{t('needsYou', { count })}</span>
    </span>
  )
}
