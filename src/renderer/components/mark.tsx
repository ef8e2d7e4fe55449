import './mark.css'

/** The weaver's shuttle. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <g transform="rotate(-45 12 12)">
        <path
          className="hull"
          d="M-2 12C1.08 9.3 3.6 6.6 7.8 6.6H16.2C20.4 6.6 22.92 9.3 26 12C22.92 14.7 20.4 17.4 16.2 17.4H7.8C3.6 17.4 1.08 14.7 -2 12z"
        />
        <path className="slot" d="M8 12h8" />
      </g>
    </svg>
  )
}
