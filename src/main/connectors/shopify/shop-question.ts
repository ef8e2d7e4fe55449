import { z } from 'zod'
import type { Question } from './question.ts'

const Shop = z.object({
  shop: z.object({ name: z.string(), currencyCode: z.string() }),
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
})

export const readShop = {
  name: 'shop',
  document: 'query Shop { shop { name currencyCode } currentAppInstallation { accessScopes { handle } } }',
  answer: Shop,
  points: 3,
} satisfies Question<unknown>

/** What the app may do in this shop. */
export const scopesOf = ({ currentAppInstallation }: z.infer<typeof Shop>): readonly string[] =>
  currentAppInstallation.accessScopes.map(({ handle }) => handle)
