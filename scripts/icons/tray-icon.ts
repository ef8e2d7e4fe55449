export const TRAY_STATES = ['ok', 'syncing', 'attention', 'paused', 'offline'] as const
export type TrayState = (typeof TRAY_STATES)[number]

/** One colour, for a light or a dark bar; the triangle alone has its own. */
export const INKS = {
  black: { ink: '#000000', triangle: '#b8361b' },
  white: { ink: '#ffffff', triangle: '#ff9478' },
} as const
export type Ink = keyof typeof INKS

/** The three sizes that are hinted by hand, in pixels; another one is drawn with the lines of the nearest. */
type Hinted = 16 | 22 | 32

/** Lines in pixels of their size: they must stay whole where the picture gets small. */
const LINES = {
  16: { slot: 2, outline: 1.5, strike: 2, gap: 1 },
  22: { slot: 2, outline: 2, strike: 2, gap: 1.5 },
  32: { slot: 3, outline: 2.5, strike: 3, gap: 2 },
} as const

/** Two bars in the lower right corner, in whole pixels: left edges, top, width, height. */
const BARS = {
  16: { lefts: [10, 13], top: 10, width: 2, height: 5 },
  22: { lefts: [13, 18], top: 14, width: 3, height: 7 },
  32: { lefts: [20, 27], top: 20, width: 4, height: 11 },
} as const

/** The way the shuttle came; at 16 pixels a third stroke would be a smear. */
const STROKES = {
  16: { path: 'M2 23l4-4M9 30l4-4', width: 3.6 },
  22: { path: 'M2 21.5 5.5 18M3.5 28.5l4-4M10.5 30l3.5-3.5', width: 2.6 },
  32: { path: 'M2 21.5 5.5 18M3.5 28.5l4-4M10.5 30l3.5-3.5', width: 2.6 },
} as const

/** The hull of a weaver's shuttle, lying; drawn on 32 units, as everything here. */
const HULL =
  'M-1 16C2.74 12.7 5.8 9.4 10.9 9.4H21.1C26.2 9.4 29.26 12.7 33 16C29.26 19.3 26.2 22.6 21.1 22.6H10.9C5.8 22.6 2.74 19.3 -1 16z'
const SLIM_HULL = 'M1 16C4.3 13 7 10 11.5 10H20.5C25 10 27.7 13 31 16C27.7 19 25 22 20.5 22H11.5C7 22 4.3 19 1 16z'
const HOLLOW_HULL =
  'M0 16C3.52 13.1 6.4 10.2 11.2 10.2H20.8C25.6 10.2 28.48 13.1 32 16C28.48 18.9 25.6 21.8 20.8 21.8H11.2C6.4 21.8 3.52 18.9 0 16z'

/** Turns a lying shuttle by 45 degrees, makes it larger around its middle and moves it. */
const tilted = (scale: number, move: readonly [number, number], drawing: string): string =>
  `<g transform="translate(${move.join(' ')}) rotate(-45 16 16) translate(16 16) scale(${scale}) translate(-16 -16)">${drawing}</g>`

/** What is cut out of the drawing shows the bar beneath. */
const cut = (holes: string, drawing: string): string =>
  `<mask id="cut" maskUnits="userSpaceOnUse" x="0" y="0" width="32" height="32">` +
  `<rect width="32" height="32" fill="#fff"/>${holes}</mask><g mask="url(#cut)">${drawing}</g>`

const line = (path: string, width: number, ink: string): string =>
  `<path d="${path}" fill="none" stroke="${ink}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

const nearest = (size: number): Hinted => (size < 20 ? 16 : size < 32 ? 22 : 32)

const drawings: Readonly<Record<TrayState, (hinted: Hinted, ink: string, triangle: string) => string>> = {
  ok: (hinted, ink) => {
    const scale = 1.24
    const slot = line('M11 16h10', units(LINES[hinted].slot, hinted) / scale, '#000')
    return cut(tilted(scale, [0, 0], slot), tilted(scale, [0, 0], `<path d="${HULL}" fill="${ink}"/>`))
  },
  syncing: (hinted, ink) => {
    const slot = line('M11.5 16h9', units(LINES[hinted].slot, hinted) / 1.1, '#000')
    const { path, width } = STROKES[hinted]
    const hull = tilted(1.1, [3, -3], `<path d="${SLIM_HULL}" fill="${ink}"/>`)
    const around = line(path, width + 2 * units(LINES[hinted].gap, hinted), '#000')
    return cut(tilted(1.1, [3, -3], slot) + around, hull) + line(path, width, ink)
  },
  attention: (hinted, ink, triangle) => {
    const slot = line('M11.5 14.8h8', units(LINES[hinted].slot, hinted) / 1.12, '#000')
    const gap = line('M22.5 17.5 30.5 31h-16z', 2 + 2 * units(LINES[hinted].gap, hinted), '#000')
    const hull = tilted(1.12, [-1.6, -1.6], `<path d="${HULL}" fill="${ink}"/>`)
    const shape = `<path d="M22.5 17.5 30.5 31h-16z" fill="${triangle}" stroke="${triangle}" stroke-width="2" stroke-linejoin="round"/>`
    const hole = '<path d="M22.5 17.5 30.5 31h-16z"/>'
    const mark = hinted === 16 ? shape : marked(shape)
    return cut(tilted(1.12, [-1.6, -1.6], slot) + gap + hole, hull) + mark
  },
  paused: (hinted, ink) => {
    const { lefts, top, width, height } = BARS[hinted]
    const gap = LINES[hinted].gap
    const bar = (left: number, more: number, colour: string): string => {
      const [x, y, w, h] = [left - more, top - more, width + 2 * more, height + 2 * more].map((at) => units(at, hinted))
      return `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${colour}"/>`
    }
    const outline = line(HOLLOW_HULL, units(LINES[hinted].outline, hinted) / 1.14, ink)
    const around = bar(lefts[0], gap, '#000') + bar(lefts[1], gap, '#000')
    return cut(around, tilted(1.14, [-1, -1], outline)) + lefts.map((left) => bar(left, 0, ink)).join('')
  },
  offline: (hinted, ink) => {
    const strike = units(LINES[hinted].strike, hinted)
    const outline = line(HOLLOW_HULL, units(LINES[hinted].outline, hinted) / 1.24, ink)
    const gap = line('M4 4 28 28', strike + 2 * units(LINES[hinted].gap, hinted), '#000')
    return cut(gap, tilted(1.24, [0, 0], outline)) + line('M4.5 4.5 27.5 27.5', strike, ink)
  },
}

/** The exclamation mark is cut out of the triangle, and stands in the colour of the bar. */
const marked = (shape: string): string =>
  `<mask id="mark" maskUnits="userSpaceOnUse" x="0" y="0" width="34" height="34"><rect width="34" height="34" fill="#fff"/>` +
  `${line('M22.5 22v4M22.5 29v.1', 2.2, '#000')}</mask><g mask="url(#mark)">${shape}</g>`

/** Pixels of a size in the 32 units of the drawing. */
const units = (pixels: number, hinted: Hinted): number => (pixels * 32) / hinted

/** The tray icon of a state (screens.md section 10) at a size in pixels. */
export const trayIconSvg = (state: TrayState, inkName: Ink, size: number): string => {
  const { ink, triangle } = INKS[inkName]
  const drawing = drawings[state](nearest(size), ink, triangle)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 32 32">${drawing}</svg>`
}
