import { useEffect, useState } from 'react'

/** This moment, anew every so often, for what counts down. */
export const useNow = (everyMs = 30_000): number => {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
