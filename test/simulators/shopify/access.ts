import { type DocumentNode, getNamedType, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import type { ShopifySchema } from './schema.ts'

export interface Denied {
  readonly path: readonly string[]
  readonly message: string
  readonly requiredAccess: string
}

/** The first field of a document that the app's scopes do not open (shopify.md 1.4). Who may write may read. */
export const deniedField = (
  { schema, access }: ShopifySchema,
  document: DocumentNode,
  scopes: readonly string[],
): Denied | null => {
  const granted = new Set(scopes.flatMap((scope) => [scope, scope.replace(/^write_/, 'read_')]))
  const types = new TypeInfo(schema)
  const path: string[] = []
  let denied: Denied | null = null
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter(field) {
          path.push(field.alias?.value ?? field.name.value)
          const parent = types.getParentType()?.name
          const type = types.getType()
          const named = type ? getNamedType(type).name : ''
          for (const name of [`${parent}.${field.name.value}`, named]) {
            const needed = access.get(name)
            if (denied !== null || needed === undefined || needed.offlineScopes.some((scope) => granted.has(scope)))
              continue
            const { requiredAccess } = needed
            const message = `Access denied for ${field.name.value} field. Required access: ${requiredAccess}`
            denied = { path: [...path], message, requiredAccess }
          }
        },
        leave: () => void path.pop(),
      },
    }),
  )
  return denied
}
