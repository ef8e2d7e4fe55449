import type { Account } from '../account.ts'
import { salesDate } from '../paris-time.ts'
import type { Claim, Item, Letter, LogCode, LogEntry, Purchase } from '../purchase.ts'
import { statusInItemInfos } from '../statuses.ts'
import { cdata, node, text, type XmlElement } from '../wire/xml-writer.ts'
import { type Action, lastVersion, result, sellerId, user, version } from './action.ts'
import { invalid } from './refusals.ts'
import { tellsShipped } from './sale.ts'

const VERSIONS = ['2017-08-07', '2016-03-16', '2011-06-01', '2011-02-02']

/** Section 9.3: one item and its history. Asking marks its letters as read. */
export const getItemInfos: Action = {
  family: 'sales_ws',
  versions: VERSIONS,
  mandatory: ['itemid'],
  answer: (question, account) => {
    const item = account.items.get(question.param('itemid'))
    const purchase = item && account.purchases.get(item.purchaseId)
    if (!item || !purchase) return invalid('itemid')
    const answer = result(
      { root: 'getiteminfosresult', schema: 'getiteminfos' },
      question.version,
      [version(question), user(question), text('itemid', item.itemId)],
      [
        lastVersion({ versions: VERSIONS }),
        sellerId(account),
        itemElement(account, purchase, item, tellsShipped(question.version)),
      ],
    )
    for (const letter of item.letters) letter.read = true
    return answer
  },
}

const itemElement = (account: Account, purchase: Purchase, item: Item, shipped: boolean): XmlElement =>
  node(
    'item',
    text('itemid', item.itemId),
    text('date', salesDate(purchase.purchasedAt)),
    text('itemstatus', statusInItemInfos(item)),
    shipped ? text('shipped', item.shipped ? '1' : '0') : null,
    text('itemstate', item.claim?.amicable ? 'CLAIMED_AMICABLE' : UNKNOWN_ITEM_STATE),
    cdata('itemstatelabel', stateLabel(item)),
    text('paymentstatus', 'Forthcoming'),
    text('sellerscore', item.score),
    item.claim && claimElement(item.claim),
    node('availableactions', ...availableActions(purchase, item)),
    ...item.letters
      .toSorted((one, other) => one.sentAt - other.sentAt)
      .map((letter) => letterElement(letter, account.settings.login, purchase.buyer.login)),
    ...item.log.toReversed().map(logElement),
  )

/** Of the finer states only the one under an amicable claim is known (16). */
const UNKNOWN_ITEM_STATE = 'ETAT_EXEMPLE'

/** Rakuten's labels are not known: these are invented, as the spec's samples say of theirs. */
const stateLabel = (item: Item): string => {
  if (item.claim) return 'Réclamation amiable en cours (libellé inventé)'
  return item.shipped ? 'Article expédié (libellé inventé)' : 'Article non expédié (libellé inventé)'
}

const claimElement = (claim: Claim): XmlElement =>
  node(
    'claim',
    text('creationdate', salesDate(claim.openedAt)),
    text('type', claim.type),
    text('state', 'NEW'),
    text('amicable', claim.amicable ? 'Y' : 'N'),
    cdata('claimcomment', claim.comment),
  )

const availableActions = (purchase: Purchase, item: Item): XmlElement[] => {
  if (item.state !== 'accepted' && item.state !== 'preorder' && item.state !== 'claim') return []
  return [
    action(`Contacter ${purchase.buyer.login}`, "Écrire à l'acheteur (libellé inventé)", 'contactuseraboutitem'),
    ...(item.state === 'claim'
      ? [action('Contacter le service client', 'Écrire au service client (libellé inventé)', 'contactusaboutitem')]
      : []),
    action('Annuler la vente', 'Annuler (libellé inventé)', 'cancelitem'),
  ]
}

const action = (title: string, description: string, code: string): XmlElement =>
  node('action', text('title', title), cdata('description', description), text('actioncode', code))

const SUPPORT = 'Rakuten France'

const letterElement = (letter: Letter, seller: string, buyer: string): XmlElement => {
  const status = text('status', letterStatus(letter))
  const sent = text('senddate', salesDate(letter.sentAt))
  const content = cdata('content', letter.content)
  if (letter.mailId !== null) {
    return node(
      'mail',
      text('mailid', letter.mailId),
      sent,
      text('sender', SUPPORT),
      text('recipient', seller),
      cdata('object', letter.subject),
      content,
      status,
    )
  }
  const [sender, recipient] =
    letter.from === 'buyer' ? [buyer, seller] : [seller, letter.answersMailId ? SUPPORT : buyer]
  return node('message', text('sender', sender), text('recipient', recipient), sent, content, status)
}

/** The word for a letter that has been read is unknown (11.2). */
const letterStatus = ({ from, read }: Letter): string => {
  if (from === 'seller') return 'SENT'
  return read ? 'READ' : 'UNREAD'
}

const LOG_LABELS: Record<LogCode, string> = {
  ITEM_REQUESTED: 'Commande passée (libellé inventé)',
  PM_REMIND: 'Rappel envoyé (libellé inventé)',
  ITEM_COMMITTED: 'Vente confirmée (libellé inventé)',
  TRACKING: 'Suivi transmis (libellé inventé)',
  AMICABLE_CLAIM_CREATION: 'Réclamation ouverte (libellé inventé)',
}

const logElement = ({ at, code }: LogEntry): XmlElement =>
  node(
    'itemlog',
    text('creationdate', salesDate(at)),
    text('itemlogcode', code),
    cdata('description', LOG_LABELS[code]),
    cdata('complement', ''),
  )
