import { useEffect, useState } from 'react'
import type { TriedCode } from '../../../../preload/contract/delivery.ts'
import { useApp } from '../../../stores/use-app.ts'

const PAUSE_MS = 160

export interface Tried {
  readonly code: TriedCode | null
  /** Why there is no answer. */
  readonly problem: string | null
}

const NOTHING: Tried = { code: null, problem: null }

/** Carrier, rule and link of a number, while it is typed. */
export const useTriedCode = (
  connectionId: number | null,
  trackingNumber: string,
  carrierName: string,
  postcode = '',
): Tried => {
  const tryCode = useApp(({ tryCode }) => tryCode)
  const [tried, setTried] = useState(NOTHING)
  const number = trackingNumber.trim()
  useEffect(() => {
    if (connectionId === null || (number === '' && carrierName === '')) return setTried(NOTHING)
    let current = true
    const timer = setTimeout(async () => {
      const reply = await tryCode(connectionId, { trackingNumber: number, carrierName, postcode })
      if (!current) return
      setTried(reply.ok ? { code: reply.value, problem: null } : { code: null, problem: reply.fault.message })
    }, PAUSE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [connectionId, number, carrierName, postcode, tryCode])
  return tried
}
