import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderStatus } from '../../preload/contract/vocabulary.ts'
import './status-icon.css'

const ring = <circle cx="8" cy="8" r="5.5" />

/** A ring that fills is an order on its way; what has ended leaves the ring empty or breaks the shape. */
const SHAPES: Readonly<Record<OrderStatus, { readonly ink: string; readonly shape: ReactNode }>> = {
  imported: { ink: 'ink-blue', shape: <circle cx="8" cy="8" r="5.5" strokeDasharray="2.3 2.02" /> },
  accepted: {
    ink: 'ink-blue',
    shape: (
      <>
        {ring}
        <path className="inked" d="M8 8V4.7A3.3 3.3 0 0 1 11.3 8z" />
      </>
    ),
  },
  placed: {
    ink: 'ink-blue',
    shape: (
      <>
        {ring}
        <path className="inked" d="M8 4.7a3.3 3.3 0 0 1 0 6.6z" />
      </>
    ),
  },
  waiting: {
    ink: 'ink-amber',
    shape: (
      <>
        {ring}
        <path d="M8 5v3.2l2.1 1.3" />
      </>
    ),
  },
  dispatched: {
    ink: 'ink-teal',
    shape: (
      <>
        {ring}
        <path d="M5.3 8h5.2M8.4 5.7 10.7 8l-2.3 2.3" />
      </>
    ),
  },
  shipped: {
    ink: 'ink-green',
    shape: (
      <>
        <circle className="inked" cx="8" cy="8" r="6.25" />
        <path className="cut-out" d="m5.2 8.2 2 2 3.7-4" />
      </>
    ),
  },
  cancelled: {
    ink: 'ink-grey',
    shape: (
      <>
        {ring}
        <path d="m6 6 4 4M10 6l-4 4" />
      </>
    ),
  },
  refused: {
    ink: 'ink-grey',
    shape: (
      <>
        <rect x="2.7" y="2.7" width="10.6" height="10.6" rx="2" />
        <path d="M5.5 8h5" />
      </>
    ),
  },
  skipped: {
    ink: 'ink-grey',
    shape: (
      <>
        {ring}
        <path className="inked" d="M6 5.9 8.9 8 6 10.1z" />
        <path d="M10.3 5.8v4.4" />
      </>
    ),
  },
  manual: {
    ink: 'ink-plum',
    shape: (
      <path d="M5 8.6V4.2a1 1 0 0 1 2 0V7.3M7 7V3.2a1 1 0 0 1 2 0V7M9 7.2V4a1 1 0 0 1 2 0v3.6M11 7.6V6a1 1 0 0 1 2 0v3.6c0 2.6-1.7 4.2-4.2 4.2-2 0-3-.8-3.9-2.4L3.2 9.2a1 1 0 0 1 1.7-1z" />
    ),
  },
}

/** The status alone, for a column whose rows name it. */
export function StatusIcon({ status, named = false }: { status: OrderStatus; named?: boolean }) {
  const { t } = useTranslation()
  const { ink, shape } = SHAPES[status]
  return (
    <>
      <svg className={`own-icon ${ink}`} viewBox="0 0 16 16" aria-hidden="true">
        {shape}
      </svg>
      {named && <span className="unseen">{t(`status.${status}`)}</span>}
    </>
  )
}

export function StatusWord({ status }: { status: OrderStatus }) {
  const { t } = useTranslation()
  return (
    <span className="status-word">
      <StatusIcon status={status} />
      {t(`status.${status}`)}
    </span>
  )
}

/** Needs a person: nothing else is a triangle. */
export function NeedsYouIcon() {
  return (
    <svg className="own-icon ink-red" viewBox="0 0 16 16" aria-hidden="true">
      <path className="inked outlined" d="M8 1.9 14.8 13.8H1.2z" />
      <path className="cut-out" d="M8 6.2v3.5M8 11.7v.1" />
    </svg>
  )
}

/** Navette tries again by itself. */
export function TryingAgainIcon() {
  return (
    <svg className="own-icon ink-amber" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M12.9 5.6A5.5 5.5 0 1 0 13.5 8M13.3 2.7v3.1h-3.1" />
      <path d="M8 5.6V8l1.5 1" />
    </svg>
  )
}

/** How much of a wait is left, from 1 to 0. */
export function CountdownRing({ left }: { left: number }) {
  return (
    <svg className="own-icon countdown-ring" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" pathLength="100" />
      <circle className="left" cx="8" cy="8" r="6" pathLength="100" strokeDasharray={`${Math.round(left * 100)} 100`} />
    </svg>
  )
}
