/** A moment as the filters of lists take it (lightspeed.md 1). */
export const toFilter = (milliseconds: number): string =>
  new Date(Math.max(0, milliseconds)).toISOString().replace(/\.\d+Z$/, '+00:00')
