import { useTranslation } from 'react-i18next'
import type { DueGroup } from '../../stores/due-group.ts'

/** By when the orders below it want to be looked at. */
export function GroupHead({ group }: { group: DueGroup }) {
  const { t } = useTranslation()
  return (
    <div role="row" className={group === 'late' || group === 'today' ? 'group-head now' : 'group-head'}>
      <span role="gridcell">{t(`orders.groups.${group}`)}</span>
    </div>
  )
}
