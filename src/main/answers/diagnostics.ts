import type { FileView } from '../../preload/contract/shapes.ts'
import { readAppSettings } from './app-settings.ts'
import type { AnswerNeeds } from './needs.ts'

/** The last cycles a report shows: a night of them. */
const CYCLES = 100

/** A report for support. It counts and names kinds: no tokens, no buyers, no references, no texts that somebody typed. */
export const toDiagnostics = ({
  about,
  repositories,
  clock,
  scheduler,
}: Pick<AnswerNeeds, 'about' | 'repositories' | 'clock' | 'scheduler'>): FileView => {
  const { savedViews, ...settings } = readAppSettings(repositories.settings)
  const report = {
    madeAt: clock.nowIso(),
    version: about.version,
    host: about.host,
    platform: about.platform,
    settings: { ...settings, savedViews: savedViews.length },
    scheduler: scheduler.state,
    orders: repositories.orders.counts(),
    connections: repositories.connections.list().map(({ id, marketplace, backOfficeId, paused, settings }) => ({
      id,
      marketplace,
      backOffice: repositories.backOffices.get(backOfficeId)?.kind ?? null,
      paused,
      stockUpdates: settings.stockUpdates,
      acceptance: settings.acceptance,
      skuSource: settings.skuSource,
    })),
    problems: repositories.problems.all().map(({ connectionId, orderId, problem: { kind, since, nextTryAt } }) => ({
      connectionId,
      orderId,
      kind,
      since,
      nextTryAt,
    })),
    cycles: repositories.cycles.list(null, CYCLES, false).map(({ problem, ...cycle }) => ({
      ...cycle,
      problem: problem?.kind ?? null,
    })),
  }
  return { name: 'navette-report.json', mediaType: 'application/json', text: JSON.stringify(report, null, 2) }
}
