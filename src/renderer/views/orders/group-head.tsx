import { useTranslation } from 'react-i18next'
import { GridCell, GridRow } from '../../components/grid-parts.tsx'
import type { DueGroup } from '../../stores/due-group.ts'

/** By when the orders below it want to be looked at. */
export function GroupHead({ group }: { group: DueGroup }) {
  const { t } = useTranslation()
  return (
    <GridRow className={group === 'late' || group === 'today' ? 'group-head now' : 'group-head'}>
      <GridCell>{t(`orders.groups.${group}`)}</GridCell>
    </GridRow>
  )
}
