/**
 * Where a resource is (prestashop.md 1.2). A shop without rewritten addresses is entered as `…/webservice/dispatcher.php`, which takes the
 * resource as a parameter.
 */
export const resourceUrl = (shopUrl: string, resource: string): URL => {
  const url = new URL(shopUrl)
  url.search = ''
  url.hash = ''
  const path = url.pathname.replace(/\/+$/, '')
  if (path.endsWith('/dispatcher.php')) {
    url.searchParams.set('url', resource)
    return url
  }
  url.pathname = `${path.replace(/\/api$/, '')}/api/${resource}`
  return url
}
