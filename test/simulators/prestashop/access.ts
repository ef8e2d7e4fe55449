import type { Received, Reply } from '../wire.ts'
import { errorReply, plainReply } from './replies.ts'

/** Whether a key gets in: the refusal, or null (prestashop.md 1.3, 6). */
export const refuseKey = (
  { headers, url }: Received,
  known: { readonly key: string; readonly isActive: boolean; readonly dropsHeader: boolean; readonly isJson: boolean },
): Reply | null => {
  const given = keyIn(known.dropsHeader ? undefined : headers.authorization) ?? url.searchParams.get('ws_key')
  if (given === null)
    return plainReply(401, '401 Unauthorized', { 'www-authenticate': 'Basic realm="Welcome to PrestaShop Webservice"' })
  if (given === '') return errorReply(401, known.isJson, [17, 'Authentication key is empty'])
  if (given.length !== 32) return errorReply(401, known.isJson, [18, 'Invalid authentication key format'])
  if (given === known.key && known.isActive) return null
  return errorReply(
    401,
    known.isJson,
    [20, 'Authentification key does not exist'],
    [21, 'Authentication key is not active'],
  )
}

const keyIn = (authorization: string | undefined): string | null => {
  const [, encoded] = /^Basic (\S+)$/.exec(authorization ?? '') ?? []
  return encoded === undefined ? null : (Buffer.from(encoded, 'base64').toString().split(':')[0] ?? '')
}
