import type { BackOfficeAccounts } from './back-offices.ts'
import { parseConfiguration } from './configuration-file.ts'
import { type FilesBeside, readConfiguredFiles } from './configured-files.ts'
import { atPath, type Environment, refuseAt } from './configured-values.ts'
import type { Connecting } from './connecting.ts'
import type { ConnectionSecrets } from './connection-secrets.ts'
import { marketplaceOf } from './definitions.ts'
import type { Values } from './field-values.ts'
import { confirmFirstPush } from './first-push.ts'
import { keepSecrets } from './kept-secrets.ts'
import { refuseForeignAddresses } from './loopback-only.ts'
import type { AccountNeeds } from './needs.ts'
import {
  type PreparedConnection,
  type PreparedOffice,
  prepareConfiguration,
  refuseUnset,
} from './prepare-configuration.ts'
import { saveRetentionDays } from './retention.ts'
import type { SecretSources } from './secret-sources.ts'

export interface ConfigurationSource {
  readonly text: string
  readonly environment: Environment
  /** Without them nothing lies beside it: it is no file. */
  readonly files?: FilesBeside | null
  /** `keychain`: a secret is read once and kept there. `environment`: only where it is read from is kept. */
  readonly secrets: 'keychain' | 'environment'
  /** The clock was set by hand (`--now`): every address, kept or in the file, must be on this PC. */
  readonly loopbackOnly?: boolean
}

interface Parts {
  readonly needs: AccountNeeds
  readonly connecting: Connecting
  readonly secrets: ConnectionSecrets
  readonly backOffices: BackOfficeAccounts
  readonly sources: SecretSources
}

/** The secrets of one stored account. */
interface Given {
  readonly nameOf: (field: string) => string
  readonly secrets: Values
  readonly sources: PreparedOffice['read']['sources']
  /** Ends what was refused under an older secret. */
  readonly endRefusals: () => void
}

/**
 * Lays the configuration file over what is kept: accounts are matched by marketplace and login, back offices by label, and only the keys
 * that are there change. All of the file is good or nothing is stored; the refusal names the path of what is wrong.
 */
export const applyConfiguration = async (parts: Parts, source: ConfigurationSource): Promise<void> => {
  const { needs, sources } = parts
  const configuration = parseConfiguration(source.text)
  const files = await readConfiguredFiles(configuration, source.files ?? null)
  const prepared = prepareConfiguration(needs, configuration, { environment: source.environment, files })
  if (source.loopbackOnly) refuseForeignAddresses(needs, prepared)
  await refuseUnset(needs, prepared, source.secrets)
  const { repositories } = needs
  const given = repositories.together(() => {
    const offices = prepared.offices.map((office) => storeOffice(parts, office))
    const accounts = prepared.accounts.map((account) => storeConnection(parts, account))
    if (configuration.retentionDays !== undefined) saveRetentionDays(repositories.settings, configuration.retentionDays)
    return [...offices, ...accounts]
  })
  for (const account of given) {
    if (source.secrets === 'keychain') await keepGiven(needs, account)
    else for (const [field, where] of Object.entries(account.sources)) sources.save(account.nameOf(field), where)
  }
}

const storeOffice = ({ needs, backOffices }: Parts, { entry, path, known, read }: PreparedOffice): Given =>
  atPath(`${path}.settings`, () => {
    const { id } =
      known === null
        ? backOffices.insert(entry.kind, entry.label, read.values).account
        : backOffices.change(known.id, undefined, read.sorted.plain)
    const nameOf = (field: string) => needs.secretNames.ofBackOffice(id, field)
    const endRefusals = () => backOffices.endRefusals(backOffices.get(id))
    return { nameOf, secrets: read.sorted.secrets, sources: read.sources, endRefusals }
  })

const storeConnection = (
  { needs, connecting, secrets }: Parts,
  { entry, path, known, read }: PreparedConnection,
): Given => {
  const { repositories, registry, secretNames } = needs
  const { label, marketplace, backOffice, settings: _, ...settings } = entry
  const office = backOffice === undefined ? undefined : repositories.backOffices.byLabel(backOffice)
  if (office === null) throw refuseAt(path, 'backOffice', `there is no back office called ${backOffice}.`)
  const { fields } = marketplaceOf(registry, marketplace)
  const placeOf = (field: string): string => (Object.hasOwn(fields, field) ? `${path}.settings` : path)
  const { id } = atPath(placeOf, () =>
    known === null
      ? connecting.insert({
          ...{ marketplace, settings, values: read.values, paused: false },
          // Both have been asked for where the connection is new.
          label: label ?? '',
          backOfficeId: office?.id ?? 0,
        }).connection
      : connecting.change(known.id, { label, backOfficeId: office?.id, account: read.sorted.plain, settings }),
  )
  // Whoever writes it into a file has been asked: no window has to ask again.
  if (settings.stockUpdates === true) confirmFirstPush(repositories, id)
  const nameOf = (field: string) => secretNames.ofConnection(id, field)
  const endRefusals = () => secrets.endRefusals(id)
  return { nameOf, secrets: read.sorted.secrets, sources: read.sources, endRefusals }
}

/** A secret that changed ends the *credentials* problem: the next cycle tries it. */
const keepGiven = async ({ secrets }: AccountNeeds, given: Given): Promise<void> => {
  const changed: Record<string, string> = {}
  for (const [field, value] of Object.entries(given.secrets)) {
    if ((await secrets.read(given.nameOf(field))) !== value) changed[field] = value
  }
  if (Object.keys(changed).length === 0) return
  await keepSecrets(secrets, given.nameOf, changed)
  given.endRefusals()
}
