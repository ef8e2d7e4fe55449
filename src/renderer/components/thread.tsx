import './thread.css'

export type ThreadState = 'idle' | 'syncing' | 'paused' | 'offline' | 'stopped'

const HULL =
  'M-14 0C-10.92 -2.8 -8.4 -5.6 -4.2 -5.6H4.2C8.4 -5.6 10.92 -2.8 14 0C10.92 2.8 8.4 5.6 4.2 5.6H-4.2C-8.4 5.6 -10.92 2.8 -14 0z'
const FROM = 20
const TO = 156

/** The line from Rakuten to the back office with the shuttle on it; its place shows how far the next cycle is off, from 0 to 1. */
export function Thread({ state, progress, label }: { state: ThreadState; progress: number; label: string }) {
  const at = state === 'idle' ? FROM + (TO - FROM) * Math.max(0, Math.min(1, progress)) : 60
  return (
    <svg className={`thread thread-${state}`} viewBox="0 0 176 20" role="img" aria-label={label}>
      <path className="line" d="M6 10H170" />
      {state === 'idle' && <path className="done" d={`M6 10H${at}`} />}
      <circle className="end-point" cx="4" cy="10" r="3" />
      <circle className="end-point" cx="172" cy="10" r="3" />
      <g className="shuttle-place" transform={`translate(${state === 'syncing' ? FROM : at} 10)`}>
        <g className="shuttle">
          <path className="hull" d={HULL} />
          {(state === 'idle' || state === 'syncing') && <path className="slot" d="M-4.5 0h9" />}
          {state === 'paused' && <path className="sign" d="M-2.5 -2.5v5M2.5 -2.5v5" />}
          {state === 'stopped' && <path className="slot" d="M0 -3.2v3.6M0 3v.1" />}
        </g>
      </g>
    </svg>
  )
}
