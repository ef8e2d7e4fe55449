import { useEffect, useState } from 'react'
import type { CarrierRow } from '../../../../preload/contract/delivery.ts'
import { useApp } from '../../../stores/use-app.ts'

/** The carriers of a connection, those it uses first; empty until they were read. */
export const useCarriers = (connectionId: number): readonly CarrierRow[] => {
  const readCarriers = useApp(({ readCarriers }) => readCarriers)
  const [carriers, setCarriers] = useState<readonly CarrierRow[]>([])
  useEffect(() => {
    let current = true
    void readCarriers(connectionId).then((reply) => {
      if (current && reply.ok) setCarriers(reply.value.carriers)
    })
    return () => {
      current = false
    }
  }, [connectionId, readCarriers])
  return carriers
}
