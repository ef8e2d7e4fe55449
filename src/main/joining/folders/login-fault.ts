import { Fault } from '../../domain/fault.ts'

/** Why an SFTP server did not let us in. */
export const loginFault = (side: string, host: string, error: unknown): Fault => {
  const level = error instanceof Error && 'level' in error ? String(error.level) : ''
  const text = error instanceof Error ? error.message : ''
  if (level === 'client-authentication')
    return new Fault('credentials', `${host} refused the login, or the password or key that goes with it.`, {
      side,
      cause: error,
    })
  if (/parse privateKey|passphrase|decrypt/i.test(text))
    return new Fault('credentials', 'The private key cannot be read, or the password does not open it.', {
      side,
      cause: error,
    })
  if (level === 'handshake')
    return new Fault('settings', `${host} and Navette have no way of encryption in common.`, { side, cause: error })
  if (/username/i.test(text))
    return new Fault('settings', `${host} wants a login, and the field is empty.`, { side, cause: error })
  return new Fault('unreachable', `${host} does not answer.`, { side, cause: error })
}
