import type { Clock } from '../sockets/ports.ts'

export interface Token {
  readonly value: string
  /** Milliseconds since 1970 from which another one is asked for. */
  readonly renewAt: number
}

/** Where a token lives: a secret may not lie in the records, so it stays in memory for as long as the program runs. */
export interface TokenHolder {
  /** The token in use, or the call that fetches it; null before the first and after a refusal. */
  token: Promise<Token> | null
}

/** A token that is fetched once for all who ask at the same time, and again when it is about to end. */
export const createKeptToken = (holder: TokenHolder, clock: Pick<Clock, 'now'>, fetch: () => Promise<Token>) => {
  const renew = (): Promise<Token> => {
    const token = fetch()
    holder.token = token
    // One that could not be had is no reason not to ask again.
    token.catch(() => {
      if (holder.token === token) holder.token = null
    })
    return token
  }

  return {
    async read(): Promise<string> {
      const known = holder.token ?? renew()
      const token = await known
      if (token.renewAt > clock.now()) return token.value
      // Whoever asked at the same time may have begun to renew it.
      return (await (holder.token === known ? renew() : (holder.token ?? renew()))).value
    },
    /** Forgets a token that was refused. */
    async drop(value: string): Promise<void> {
      const known = holder.token
      // Another call may have been refused as well, and have got the next one already.
      if (known !== null && (await known).value === value && holder.token === known) holder.token = null
    },
  }
}
