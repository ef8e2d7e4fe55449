import { useTranslation } from 'react-i18next'
import { Progress } from '../../components/progress.tsx'
import { useApp } from '../../stores/use-app.ts'
import { BulkActs } from './bulk-acts.tsx'
import { BulkResults } from './bulk-results.tsx'
import './bulk-bar.css'

/** What can be done with the ticked orders, how far it is, and what became of each. */
export function BulkBar() {
  const { t } = useTranslation()
  const { ticked, bulk, job, stopJob } = useApp((state) => ({
    ticked: state.ticked.size,
    bulk: state.bulk,
    job: state.bulk === null ? undefined : state.jobs[state.bulk.job],
    stopJob: state.stopJob,
  }))

  if (bulk !== null && bulk.results === null && job !== undefined)
    return (
      <div className="bulk-bar running">
        <Progress title={t(`orders.bulk.doing.${bulk.action}`)} job={job} onStop={() => void stopJob(bulk.job)} />
      </div>
    )
  if (bulk !== null && bulk.results !== null) return <BulkResults results={bulk.results} total={bulk.total} />
  return ticked === 0 ? null : <BulkActs />
}
