import { expect } from 'vitest'

/** Expects of what is read again and again: windows hear of things a moment later. */
export const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 10_000 })
