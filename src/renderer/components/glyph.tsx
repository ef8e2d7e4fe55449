import type { LucideIcon } from 'lucide-react'

/** A lucide shape in the weight of our own icons. Decoration: whatever it means stands beside it in words. */
export function Glyph({ of: Shape, size = 16, ink }: { of: LucideIcon; size?: number; ink?: string }) {
  return <Shape aria-hidden="true" size={size} strokeWidth={1.5} absoluteStrokeWidth className={ink} />
}
