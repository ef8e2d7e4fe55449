import { Fault } from '../../domain/fault.ts'
import { type Envelope, type GraphqlError, wordsOf } from './envelope.ts'

interface Asked {
  readonly side: string
  readonly name: string
  readonly writes: boolean
}

/** What the errors of an answer mean that came with HTTP 200 (shopify.md 6). */
export const answerFault = (errors: readonly GraphqlError[], envelope: Envelope, asked: Asked): Fault => {
  const { side, name } = asked
  const codes = errors.map(({ extensions }) => extensions?.code ?? '')
  const words = wordsOf(errors)
  const more = {
    side,
    outcome: mayHaveHappened(errors, envelope, asked) ? 'unknown' : 'not-done',
    detail: { call: name, code: codes.join(' '), message: words },
  } as const
  if (codes.includes('ACCESS_DENIED'))
    return new Fault(
      'settings',
      `The app in ${side} lacks a permission: ${words} Add it to the app’s scopes, release and install it again.`,
      more,
    )
  if (codes.includes('SHOP_INACTIVE'))
    return new Fault('settings', `Shopify has put ${side} to sleep: open its admin and see what it asks for.`, more)
  if (codes.includes('INTERNAL_SERVER_ERROR') || codes.includes('TIMEOUT'))
    return new Fault('unreachable', `${side} is out of order at the moment: ${words}`, more)
  return new Fault('refused', `${side} refused “${name}”: ${words}`, more)
}

/** A question that was not understood has done nothing; one that broke while it was answered may have. */
const mayHaveHappened = (errors: readonly GraphqlError[], { data }: Envelope, { writes }: Asked): boolean => {
  if (!writes) return false
  return errors.some(({ path, extensions }) => {
    if (extensions?.code === 'ACCESS_DENIED') return (path?.length ?? 0) > 1
    return extensions?.code === 'INTERNAL_SERVER_ERROR' || extensions?.code === 'TIMEOUT' || (data ?? null) !== null
  })
}
