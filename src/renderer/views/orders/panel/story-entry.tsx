import { Store, User, UserCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Actor } from '../../../../preload/contract/vocabulary.ts'
import { Glyph } from '../../../components/glyph.tsx'
import { Mark } from '../../../components/mark.tsx'
import { useFormat } from '../../../i18n/use-format.ts'
import type { FoldedEntry } from './fold-story.ts'
import { storyOf } from './story.ts'

/** One event: when, who, what, and a second line where there is more. */
export function StoryEntry({ folded, office }: { folded: FoldedEntry; office: string | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { entry, times, since } = folded
  const { what, more } = storyOf(entry, t)
  const who = entry.actor === 'back-office' && office !== null ? office : t(`actor.${entry.actor}`)
  return (
    <li>
      <time dateTime={entry.at}>{format.when(entry.at)}</time>
      <Who actor={entry.actor} />
      <div>
        <div className="what">
          <span className="medium">{what}</span> <span className="third small">{who}</span>
        </div>
        {more !== null && <div className="more">{more}</div>}
        {times > 1 && (
          <div className="more">
            {t('order.folded', { n: times, from: format.time(since), to: format.time(entry.at) })}
          </div>
        )}
      </div>
    </li>
  )
}

export function Who({ actor }: { actor: Actor }) {
  return (
    <span className="who" aria-hidden="true">
      {actor === 'navette' && <Mark size={14} />}
      {(actor === 'rakuten' || actor === 'elsewhere') && 'R'}
      {actor === 'back-office' && <Glyph of={Store} size={14} />}
      {actor === 'seller' && <Glyph of={UserCheck} size={14} />}
      {actor === 'buyer' && <Glyph of={User} size={14} />}
    </span>
  )
}
