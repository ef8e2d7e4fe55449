import { Fault, type FaultKind } from '../../domain/fault.ts'
import { isPage } from '../http/page-fault.ts'
import type { HttpAnswer } from '../sockets/ports.ts'

/** HTTP statuses that mean something of their own at Shopify (shopify.md 6); null leaves the answer to what everybody means by it. */
export const judgeStatus =
  (side: string) =>
  (answer: HttpAnswer): Fault | null => {
    const meaning = MEANINGS[answer.status]
    // A firewall's page says nothing about our key; the other pages are Shopify's own.
    if (meaning === undefined || ([401, 403].includes(answer.status) && isPage(answer))) return null
    const [kind, words] = meaning
    return new Fault(kind, words(side), { side, detail: { status: String(answer.status) } })
  }

const MEANINGS: Readonly<Record<number, readonly [FaultKind, (side: string) => string]>> = {
  401: [
    'credentials',
    (side) => `${side} refused the access token (HTTP 401): enter a new one, or install the app again.`,
  ],
  402: ['settings', (side) => `Shopify has frozen ${side} until its bill is paid (HTTP 402).`],
  403: [
    'settings',
    (side) => `${side} keeps this from the app (HTTP 403): check its permissions, and that it is installed.`,
  ],
  404: [
    'settings',
    (side) => `There is no shop at the address of ${side} (HTTP 404): check the myshopify.com address.`,
  ],
  423: ['settings', (side) => `Shopify has locked ${side} (HTTP 423): its support knows why.`],
  430: ['busy', (side) => `${side} asks for fewer calls (HTTP 430).`],
}

/** What the token address says where it gives none (shopify.md 1.1), as JSON or on a page for people. */
export const judgeTokenAnswer =
  (side: string) =>
  (answer: HttpAnswer): Fault | null => {
    if (answer.status < 400) return null
    const text = Buffer.from(answer.bytes.subarray(0, 20_000)).toString('utf8')
    const refusal = REFUSALS.find(([word]) => text.includes(word))
    if (refusal === undefined) return answer.status === 404 ? judgeStatus(side)(answer) : null
    const [code, words] = refusal
    return new Fault('credentials', words(side), { side, detail: { status: String(answer.status), code } })
  }

const REFUSALS: readonly (readonly [word: string, (side: string) => string])[] = [
  [
    'shop_not_permitted',
    () =>
      'The app belongs to another organisation than the shop, so Shopify gives it no token: create it while signed in as the owner of this shop.',
  ],
  [
    'app_not_installed',
    (side) =>
      `The app is not installed in ${side}: release its version in the Dev Dashboard, then choose “Install app”.`,
  ],
  ['application_cannot_be_found', () => 'Shopify knows no app with this client ID.'],
  [
    'invalid_client',
    () => 'Shopify refused the client ID or the client secret: copy both again from the settings of the app.',
  ],
]
