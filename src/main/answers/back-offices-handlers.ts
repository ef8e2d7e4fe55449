import type { BackOfficeKindView, BackOfficeView, backOfficesContract } from '../../preload/contract/back-offices.ts'
import type { Handlers } from '../../preload/contract/endpoint.ts'
import { backOfficeKindOf } from '../accounts/definitions.ts'
import type { BackOfficeDefinition } from '../connectors/sockets/back-office.ts'
import type { BackOfficeAccount } from '../domain/connection.ts'
import { plainWords } from '../domain/plain-words.ts'
import type { DeliveryMethods } from './delivery-methods.ts'
import { toFieldViews } from './field-view.ts'
import type { AnswerNeeds } from './needs.ts'
import type { News } from './news.ts'
import { createOfficePreview } from './office-preview.ts'
import type { OfficeProducts } from './office-products.ts'

type Needs = Pick<AnswerNeeds, 'accounts' | 'repositories' | 'clock'> & {
  readonly methods: DeliveryMethods
  readonly products: OfficeProducts
  readonly news: News
}

/** Products to choose from at once. */
const OFFERED = 50

export const createBackOfficesHandlers = (needs: Needs): Handlers<typeof backOfficesContract> => {
  const { accounts, repositories, methods, products, news } = needs
  const { backOffices, registry } = accounts

  const preview = createOfficePreview(needs)

  const toView = async (account: BackOfficeAccount): Promise<BackOfficeView> => {
    const { id, label, kind, settings } = account
    const definition = backOfficeKindOf(registry, kind)
    return {
      id,
      label,
      kind,
      title: definition.title,
      officeKind: definition.kind,
      settings,
      secretsSet: await backOffices.secretsSet(account),
      connectionIds: backOffices.usersOf(id).map((user) => user.id),
      skuSources: definition.skuSources,
    }
  }
  const told = (account: BackOfficeAccount): Promise<BackOfficeView> => {
    news.connectionsChanged(backOffices.usersOf(account.id).map(({ id }) => id))
    return toView(account)
  }

  return {
    kinds: () => [...registry.backOffices].sort(builtInFirst).map(toKindView),
    list: () => Promise.all(repositories.backOffices.list().map(toView)),
    check: ({ kind, values }) => backOffices.check(kind, values),
    add: async ({ kind, label, values }) => toView(await backOffices.add(kind, label, values)),
    change: ({ id, label, settings }) => told(backOffices.change(id, label, settings)),
    newSecret: async ({ id, values }) => {
      const outcome = await backOffices.newSecret(id, values)
      if (outcome.kept) news.connectionsChanged(backOffices.usersOf(id).map((user) => user.id))
      return outcome
    },
    remove: ({ id }) => backOffices.remove(id),
    test: async ({ id, settings }) => {
      const account = backOffices.get(id)
      if (settings !== undefined) return backOffices.tryChange(account, settings)
      const checks = await backOffices.test(account)
      news.connectionsChanged(backOffices.usersOf(id).map((user) => user.id))
      return checks
    },
    choices: (asked) =>
      'id' in asked
        ? backOffices.choices(backOffices.get(asked.id), asked.field)
        : backOffices.tryChoices(asked.kind, asked.values, asked.field),
    preview: (asked) => preview(asked),
    methods: ({ id }) => methods.read(id),
    products: async ({ id, connectionId, search }) => {
      const source = connectionId === null ? 'sku' : accounts.connections.get(connectionId).settings.skuSource
      const words = plainWords(search).split(' ')
      const all = await products.read(id, source)
      return all
        .filter(({ sku, title }) => words.every((word) => plainWords(`${sku} ${title}`).includes(word)))
        .slice(0, OFFERED)
    },
  }
}

const builtInFirst = (one: BackOfficeDefinition, other: BackOfficeDefinition): number =>
  Number(other.kind === 'built-in') - Number(one.kind === 'built-in')

const toKindView = ({
  id,
  title,
  kind,
  fields,
  skuSources,
  presets = [],
  capabilities,
  caution,
}: BackOfficeDefinition): BackOfficeKindView => ({
  id,
  title,
  kind,
  fields: toFieldViews(fields),
  skuSources,
  presets: presets.map(({ note = null, questions = {}, ...preset }) => ({ ...preset, note, questions })),
  previews: presets.length > 0,
  testOrders: capabilities.testOrders,
  lookUp: capabilities.lookUp,
  caution: caution ?? null,
})
