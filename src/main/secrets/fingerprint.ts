import { createHmac } from 'node:crypto'

/**
 * Tells whether a secret is still the one that was refused, without keeping that one. Keyed (with the database key, say), so that
 * nobody who finds the print can try words against it.
 */
export const fingerprint = (secret: string, key: string): string =>
  createHmac('sha256', key).update(secret).digest('hex')
