import { Fault } from '../../domain/fault.ts'

/**
 * PrestaShop answers a call under another host, port or shop than its own with a redirect to its front page (prestashop.md 1.2): nothing was
 * done, and following it would lead nowhere.
 */
export const elsewhereFault = (
  redirected: Fault,
  { side, shopUrl, shopId }: { readonly side: string; readonly shopUrl: string; readonly shopId: string },
): Fault => {
  const entered = new URL(shopUrl).origin
  const { origin = entered } = redirected.detail
  const wayOut =
    origin === entered
      ? 'Enter the address as it stands under Shop Parameters > Traffic & SEO > Shop URL, with the same https, “www” and port.'
      : `Enter ${origin} instead, with the folder behind it if there is one.`
  const shop = shopId === '' ? '' : ` Or the shop with the number ${shopId} is not there.`
  return new Fault('settings', `${side} does not answer under ${entered}: it sends its visitors on. ${wayOut}${shop}`, {
    side,
    cause: redirected,
    detail: redirected.detail,
  })
}
