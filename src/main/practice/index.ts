import { parseArgs } from 'node:util'
import { memoryInFile, startPracticeAccount } from './rakuten-france/index.ts'
import { openInventedShop, unusedPurchaseId } from './rakuten-france/invented-shop.ts'

const USAGE = 'npm run practice -- [--port N] [--login NAME] [--token TOKEN] [--empty] [--state FILE]'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4810' },
    login: { type: 'string', default: 'boutique-demo' },
    token: { type: 'string', default: 'jeton-demo' },
    /** No buyers, no inventory. */
    empty: { type: 'boolean', default: false },
    /** Where to remember what happened, and to go on from. */
    state: { type: 'string' },
  },
})
const port = Number(values.port)
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write(`--port wants a number from 0 to 65535\n${USAGE}\n`)
  process.exit(2)
}

const account = await startPracticeAccount({
  port,
  login: values.login,
  token: values.token,
  importDuration: 20_000,
  firstPurchaseId: unusedPurchaseId(Date.now()),
  ...(values.state !== undefined && { memory: memoryInFile(values.state) }),
})
const purchases = values.empty ? [] : openInventedShop(account.world)

process.stdout.write(`The practice account listens. Nothing here is real: no shop, no buyer, no money.

  address  ${account.baseUrl}
  login    ${account.login}
  token    ${account.token}
  orders   ${purchases.length} waiting for a decision

Let somebody buy two units:
  curl -H 'Content-Type: application/json' ${account.baseUrl}/practice/buy \\
    -d '{"items":[{"sku":"BOL-GRES-BLEU","priceCents":1490},{"sku":"BOL-GRES-BLEU","priceCents":1490}],"deliveryMode":"Suivi"}'
Let the next answer be a maintenance page:
  curl -H 'Content-Type: application/json' ${account.baseUrl}/practice/faults -d '{"kind":"html-503"}'
See what became of every item:
  curl ${account.baseUrl}/practice/ledger

Ctrl+C ends it${values.state === undefined ? ' and forgets everything' : ''}.
`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void account.close().then(() => process.exit(0)))
}
