import { useTranslation } from 'react-i18next'
import { Segments } from '../components/segments.tsx'
import { NeedsYouIcon } from '../components/status-icon.tsx'
import { chosenConnection, knownConnections } from '../stores/connections-slice.ts'
import { useApp } from '../stores/use-app.ts'

/** Which connection a screen is about, where there are several. */
export function ConnectionChoice() {
  const { t } = useTranslation()
  const { connections, chosen, chooseConnection } = useApp((state) => ({
    connections: knownConnections(state),
    chosen: chosenConnection(state)?.id ?? null,
    chooseConnection: state.chooseConnection,
  }))
  if (connections.length < 2 || chosen === null) return null
  return (
    <Segments
      label={t('stock.connection')}
      value={String(chosen)}
      segments={connections.map(({ id, label, state }) => ({
        value: String(id),
        label: (
          <>
            {state === 'stopped' && <NeedsYouIcon />}
            {label}
          </>
        ),
      }))}
      onValue={(id) => chooseConnection(Number(id))}
    />
  )
}
