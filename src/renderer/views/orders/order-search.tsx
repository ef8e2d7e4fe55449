import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../components/button.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { KeyCap } from '../../components/tag.tsx'
import { useApp } from '../../stores/use-app.ts'

const PAUSE_MS = 180
/** One letter finds everything, so it finds nothing. */
const SHORTEST = 2

/** Number, buyer, SKU, tracking: in every tab, from the second letter on. */
export function OrderSearch() {
  const { t } = useTranslation()
  const { search, select } = useApp(({ selection, select }) => ({ search: selection.search, select }))
  const [typed, setTyped] = useState(search)
  const wanted = typed.trim().length < SHORTEST ? '' : typed.trim()
  const known = useRef(search)
  useEffect(() => {
    // A tab of one's own brings its own search along.
    if (search !== known.current) {
      known.current = search
      setTyped(search)
      return
    }
    if (wanted === search) return
    const timer = setTimeout(() => {
      known.current = wanted
      void select(wanted === '' ? { search: '' } : { search: wanted, tab: 'all' })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [wanted, search, select])

  return (
    <div className="order-search">
      <span className="input-frame">
        <Glyph of={Search} />
        <input
          className="input"
          type="text"
          data-search
          spellCheck={false}
          autoComplete="off"
          aria-label={t('orders.search')}
          placeholder={t('orders.search')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'ArrowDown') {
              event.preventDefault()
              document.querySelector<HTMLElement>('.rows [tabindex="0"]')?.focus()
            }
            if (event.key !== 'Escape') return
            event.stopPropagation()
            if (typed === '') event.currentTarget.blur()
            setTyped('')
          }}
        />
        <span className="input-after">
          {typed === '' ? (
            <KeyCap>/</KeyCap>
          ) : (
            <IconButton kind="quiet" small icon={X} label={t('orders.clearSearch')} onClick={() => setTyped('')} />
          )}
        </span>
      </span>
    </div>
  )
}
