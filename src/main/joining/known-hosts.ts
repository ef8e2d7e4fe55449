import type { Repositories } from '../db/repositories.ts'
import { toCarrier } from '../domain/carriers/carrier.ts'
import { type CarrierCatalogue, carrierHosts } from '../domain/carriers/catalogue.ts'
import { hostOf } from '../domain/carriers/web-link.ts'

const RAKUTEN = ['fr.shopping.rakuten.com', 'rakuten.fr']

const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`)

/** Where a link of ours may lead: Rakuten, carriers, the seller's own carriers and the seller's own shop (product.md section 13). */
export const createKnownHosts = ({
  repositories,
  carriers,
}: {
  repositories: Repositories
  carriers: CarrierCatalogue
}) => {
  const ofCarriers = new Set(carriers.carriers.flatMap(carrierHosts))

  return (host: string): boolean => {
    if (ofCarriers.has(host) || RAKUTEN.some((domain) => isWithin(host, domain))) return true
    const ownCarriers = repositories.connections.list().flatMap(({ settings }) => settings.ownCarriers)
    if (ownCarriers.some((own) => carrierHosts(toCarrier(own)).includes(host))) return true
    const addresses = repositories.backOffices.list().flatMap(({ settings }) => Object.values(settings))
    return addresses.some((address) => URL.canParse(address) && hostOf(address) === host)
  }
}
