import { useTranslation } from 'react-i18next'
import { Dialog } from '../components/dialog.tsx'
import { KeyCap } from '../components/tag.tsx'
import { useApp } from '../stores/use-app.ts'
import './key-sheet.css'

const EVERYWHERE = [
  ['search', '/'],
  ['all', '?'],
  ['settings', 'Ctrl ,'],
  ['screens', 'Ctrl 1…7'],
  ['region', 'F6'],
  ['close', 'Esc'],
  ['sync', 'Ctrl R'],
] as const

const LISTS = [
  ['move', 'J K ↑ ↓'],
  ['open', 'Enter'],
  ['tick', 'X'],
  ['tickAll', 'Ctrl A'],
  ['tabs', '[ ]'],
  ['retry', 'R'],
  ['accept', 'A'],
  ['track', 'T'],
  ['manual', 'M'],
  ['copy', 'C'],
] as const

export function KeySheet() {
  const { t } = useTranslation()
  const { shown, showKeys, singleKeys, isDesktop } = useApp(({ keysShown, showKeys, settings, info }) => ({
    shown: keysShown,
    showKeys,
    singleKeys: settings?.singleKeys !== false,
    isDesktop: info?.host === 'desktop',
  }))
  const everywhere = EVERYWHERE.filter(([name]) => name !== 'sync' || isDesktop)
  return (
    <Dialog open={shown} onClose={() => showKeys(false)} title={t('keys.title')} wide>
      {!singleKeys && <p className="note">{t('keys.off')}</p>}
      <div className="key-sheet">
        {(
          [
            ['everywhere', everywhere],
            ['lists', LISTS],
          ] as const
        ).map(([group, keys]) => (
          <section key={group}>
            <h3>{t(`keys.${group}`)}</h3>
            <dl>
              {keys.map(([name, caps]) => (
                <div key={name}>
                  <dt>{t(`keys.${name}`)}</dt>
                  <dd>
                    {caps.split(' ').map((cap) => (
                      <KeyCap key={cap}>{cap}</KeyCap>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
