import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'

/** How wide an element is laid out, in pixels. */
export const useWidth = (of: RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => void setWidth(of.current?.clientWidth ?? 0), [of])
  useEffect(() => {
    const element = of.current
    if (element === null) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [of])
  return width
}
