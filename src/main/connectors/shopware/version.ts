/** True when a version, `6.6.10.3`, is this one or a later one. */
export const isAtLeast = (version: string, least: string): boolean => {
  const [ours, others] = [version, least].map((text) =>
    text.split(/[.-]/).map((part) => Number.parseInt(part, 10) || 0),
  )
  for (const [at, part] of (others ?? []).entries()) {
    const own = ours?.[at] ?? 0
    if (own !== part) return own > part
  }
  return true
}
