/** A length in rem as pixels of this page. */
export const inPixels = (rem: number): number => {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return rem * (Number.isFinite(root) && root > 0 ? root : 16)
}
