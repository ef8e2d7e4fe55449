const SHUTTLE =
  '<g transform="rotate(-45 64 64) translate(-6.4 -6.4) scale(1.1)">' +
  '<path d="M14 64C25 54 34 44 49 44H79C94 44 103 54 114 64C103 74 94 84 79 84H49C34 84 25 74 14 64z" fill="#fff"/>' +
  '<path d="M49 64H79" stroke="#27509b" stroke-width="9" stroke-linecap="round"/></g>'

const THREAD =
  '<clipPath id="edge"><rect x="6" y="6" width="116" height="116" rx="28"/></clipPath>' +
  '<path clip-path="url(#edge)" d="M-4 78C12 110 26 108 40 90M88 38C102 20 116 18 132 50" fill="none" stroke="#9db9ff" stroke-width="5"/>'

/** A white shuttle on work-jacket blue; its thread would be a smear at 16 pixels. */
export const applicationIconSvg = (size: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 128 128">` +
  `<rect x="6" y="6" width="116" height="116" rx="28" fill="#27509b"/>${size <= 16 ? '' : THREAD}${SHUTTLE}</svg>`
