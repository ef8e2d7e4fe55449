import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '../../../../preload/contract/order-views.ts'
import { Segments } from '../../../components/segments.tsx'
import { CallEntry } from './call-entry.tsx'
import { foldStory } from './fold-story.ts'
import { StoryEntry } from './story-entry.tsx'
import './timeline.css'

/** Everything that happened to the order: as a story, or with every call and its answer. */
export function Timeline({ order }: { order: OrderDetail }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<'story' | 'calls'>('story')
  const entries = foldStory(order.timeline.filter(({ what }) => shown === 'calls' || what !== 'call'))
  return (
    <section className="panel-section" aria-labelledby="timeline-head">
      <div className="section-head">
        <h3 id="timeline-head" className="grow">
          {t('order.timeline')}
        </h3>
        <Segments
          small
          label={t('order.timeline')}
          value={shown}
          segments={[
            { value: 'story', label: t('order.story') },
            { value: 'calls', label: t('order.calls') },
          ]}
          onValue={setShown}
        />
      </div>
      <ol className="timeline" aria-label={t('order.newestFirst')}>
        {entries.map((folded, index) =>
          folded.entry.what === 'call' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added, and two may be alike
            <CallEntry key={`${folded.entry.at}-${index}`} folded={folded} />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added, and two may be alike
            <StoryEntry key={`${folded.entry.at}-${index}`} folded={folded} office={order.backOffice} />
          ),
        )}
      </ol>
    </section>
  )
}
