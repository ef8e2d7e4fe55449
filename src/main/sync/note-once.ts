import { type Corridor, tell } from './corridor.ts'

/** What the back office says in every answer is told in the order's story once. */
export const noteOnce = (corridor: Corridor, orderId: number, messages: readonly string[]): void => {
  if (messages.length === 0) return
  const notes = corridor.repositories.timeline.of(orderId).filter(({ what }) => what === 'note')
  const told = new Set(notes.map(({ detail }) => detail['message']))
  for (const message of new Set(messages)) {
    if (!told.has(message)) tell(corridor, orderId, 'note', 'back-office', { message })
  }
}
