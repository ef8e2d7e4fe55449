import { SaxesParser } from 'saxes'

/** Resource to the methods the key may use there: `get`, `post`, `put`, `patch`, `delete`. */
export type Permissions = ReadonlyMap<string, ReadonlySet<string>>

/** What `GET /api/` lists (prestashop.md 1.3); null when this is something else. */
export const readPermissions = (text: string): Permissions | null => {
  const permissions = new Map<string, ReadonlySet<string>>()
  const path: string[] = []
  let isList = false
  const parser = new SaxesParser({ position: false })
  parser.on('doctype', () => parser.fail('a document type is not accepted'))
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name)
    if (path.join('/') === 'prestashop/api') isList = true
    if (path.length !== 3 || !isList) return
    const allowed = Object.entries(attributes).filter(([, value]) => String(value) === 'true')
    permissions.set(name, new Set(allowed.map(([method]) => method)))
  })
  parser.on('closetag', () => void path.pop())
  try {
    parser.write(text).close()
  } catch {
    return null
  }
  return isList ? permissions : null
}
