import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'

const STEP = 16
const NARROWEST = 352
const WIDEST = 640

/** Drags the panel wider or narrower; arrow keys do the same. */
export function PanelHandle({ panel }: { panel: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation()
  const [width, setWidth] = useState<number | null>(null)
  const resize = (to: number): void => {
    const next = Math.max(NARROWEST, Math.min(WIDEST, to))
    setWidth(next)
    panel.current?.style.setProperty('--panel-width', `${next}px`)
  }
  const now = (): number => width ?? panel.current?.clientWidth ?? WIDEST
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    resize(now() + (event.key === 'ArrowLeft' ? STEP : -STEP))
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const edge = panel.current?.getBoundingClientRect().right
    if (edge !== undefined && event.currentTarget.hasPointerCapture(event.pointerId)) resize(edge - event.clientX)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that is dragged is no thematic break
    <div
      className="panel-handle"
      role="separator"
      aria-orientation="vertical"
      aria-label={t('order.resize')}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      aria-valuenow={Math.round(width ?? 528)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  )
}
