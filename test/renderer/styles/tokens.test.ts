import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// Read as it is: styles are left out of tests when they are imported.
const css = readFileSync('src/renderer/styles/tokens.css', 'utf8')
const THEMES = ['light', 'dark'] as const

/** A token's colour in one theme. */
const colour = (token: string, theme: (typeof THEMES)[number]): string => {
  const [, light = '', dark = ''] = new RegExp(`--${token}:\\s*light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css) ?? []
  return theme === 'light' ? light : dark
}

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const SURFACES = ['bg', 'surface', 'sunken', 'raised', 'hover', 'selected', 'well', 'fill']
const INKS = ['text', 'text-2', 'text-3', 'accent-text', 'blue', 'amber', 'teal', 'green', 'red', 'plum', 'grey']
const WASHED = ['blue', 'amber', 'teal', 'green', 'red', 'plum']

describe.each(THEMES)('colours in the %s theme', (theme) => {
  it.each(INKS.flatMap((ink) => SURFACES.map((surface) => [ink, surface] as const)))(
    '%s can be read on %s',
    (ink, surface) => {
      expect(contrast(colour(ink, theme), colour(surface, theme))).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each(WASHED)('%s can be read on its own wash', (ink) => {
    expect(contrast(colour(ink, theme), colour(`${ink}-soft`, theme))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['accent', 'accent-hover', 'danger'])('white can be read on %s', (fill) => {
    expect(contrast(colour('on-fill', theme), colour(fill, theme))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['control', 'focus'].flatMap((edge) => SURFACES.map((surface) => [edge, surface] as const)))(
    '%s can be seen on %s',
    (edge, surface) => {
      expect(contrast(colour(edge, theme), colour(surface, theme))).toBeGreaterThanOrEqual(3)
    },
  )
})
