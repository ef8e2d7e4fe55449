import { onTestFinished } from 'vitest'
import { createHttp } from '../../../../src/main/connectors/http/create-http.ts'
import { rakutenFrance } from '../../../../src/main/connectors/rakuten-france/index.ts'
import {
  type FaultKind,
  type PracticeOptions,
  startPracticeAccount,
} from '../../../../src/main/practice/rakuten-france/index.ts'
import { marketplaceBattery, type OpenedMarketplace, type Spoiling } from '../../../batteries/marketplace.ts'
import { clockByHand } from '../../../helpers/clock-by-hand.ts'
import { noFolders } from '../../../helpers/no-folders.ts'
import { recordsInMemory } from '../../../helpers/records-in-memory.ts'

const FAULTS: Readonly<Record<Spoiling, FaultKind>> = {
  'web-page': 'html-503',
  empty: 'empty',
  truncated: 'truncated',
  oversized: 'oversized',
  'wrong-encoding': 'wrong-encoding',
  'document-type': 'doctype',
  outage: 'outage',
  quota: 'quota',
  dropped: 'drop-before',
  'answer-lost': 'drop-after',
}

const open = async (options: PracticeOptions): Promise<OpenedMarketplace> => {
  const clock = clockByHand()
  const token = 'jéton+de/dèmo&42'
  const account = await startPracticeAccount({ pageSize: 2, token, now: () => clock.now(), ...options })
  onTestFinished(() => account.close())
  const told: string[] = []
  const http = createHttp({
    clock,
    pace: { turn: async () => undefined },
    onCall: (call) => told.push(JSON.stringify(call)),
  })
  const marketplace = rakutenFrance.connect(
    { login: account.login, token, baseUrl: account.baseUrl, callsPerHour: '' },
    { side: 'Rakuten', http, clock, records: recordsInMemory(), folders: noFolders },
  )
  const { world, faults } = account
  return {
    marketplace,
    told: () => told.join('\n'),
    secrets: [token],
    there: {
      buy: (units, more = {}) => {
        const reference = world.buy({ items: units, ...more })
        return { reference, itemIds: world.purchase(reference).items.map(({ itemId }) => itemId) }
      },
      cancelByBuyer: (reference) => world.cancelByBuyer(reference),
      openClaim: (itemId, text) => world.openClaim(itemId, text),
      messageFromBuyer: (itemId, text) => world.messageFromBuyer(itemId, text),
      setInventory: (adverts) => world.setInventory(adverts),
      quantityOf: (sku) => world.inventory().find((advert) => advert.sku === sku)?.stock ?? Number.NaN,
      finishUploads: () => clock.advance(600_000),
      withdrawCarrier: (word) => world.withdrawTransporter(word),
      itemThere: (itemId) => {
        const item = account.ledger().items[itemId]
        return {
          accepted: item?.accepted ?? 0,
          cancelled: item?.state === 'cancelled',
          cancelComment: item?.cancelComment ?? '',
          shipments: (item?.shipments ?? []).map(({ transporter, trackingNumber, trackingUrl }) => ({
            carrier: transporter,
            trackingNumber,
            trackingUrl,
          })),
          messages: item?.messagesFromSeller ?? [],
        }
      },
      spoil: (how) => void faults.add({ kind: FAULTS[how], times: 'always' }),
      repair: () => faults.clear(),
      newToken: () => world.resetToken('another'),
    },
  }
}

marketplaceBattery('rakuten-france', { open: () => open({}) })

// What the specification leaves open, the other way round.
marketplaceBattery('rakuten-france, otherwise inclined,', {
  open: () =>
    open({
      splitSales: true,
      shippingFile: 'all-or-nothing',
      errorStatus: 400,
      unknownErrorMessage: 'Service unavailable',
      cancelledStayInNewSales: true,
      buyerInNewSales: 'without-contact',
      style: { namespaces: false, paddedCdata: true, encoding: 'UTF-8' },
    }),
})
