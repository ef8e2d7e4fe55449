import { Buffer } from 'node:buffer'

/** The bytes of a file as the contract carries it. */
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))
