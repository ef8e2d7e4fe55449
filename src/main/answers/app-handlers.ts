import type { appContract } from '../../preload/contract/app.ts'
import type { Handlers } from '../../preload/contract/endpoint.ts'
import { toDiagnostics } from './diagnostics.ts'
import type { AnswerNeeds } from './needs.ts'

type Needs = Pick<AnswerNeeds, 'about' | 'repositories' | 'clock' | 'scheduler'>

export const createAppHandlers = (needs: Needs): Handlers<typeof appContract> => {
  const { about, repositories } = needs
  const { version, host, platform, dataDir, systemLocale, languages, texts } = about
  return {
    info: () => ({
      version,
      host,
      platform,
      dataDir,
      languages,
      systemLanguage: languages.find((language) => systemLocale.toLowerCase().startsWith(language)) ?? 'en',
      connected: repositories.connections.list().length > 0,
    }),
    texts: ({ language }) => texts(language),
    diagnostics: () => toDiagnostics(needs),
  }
}
