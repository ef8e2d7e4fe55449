import type { Series } from './series.ts'

/** How a series looks in the drawing. */
export function Swatch({ of: { shape, fill, ink } }: { of: Pick<Series, 'shape' | 'fill' | 'ink'> }) {
  return <span className={`swatch swatch-${shape} ${fill} ink-${ink}`} aria-hidden="true" />
}
