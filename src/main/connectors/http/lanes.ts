import PQueue from 'p-queue'
import type { HttpRequest } from '../sockets/ports.ts'

export interface Lanes {
  /** Does the work when this host has a place free, by the request's own `atOnce`. */
  run<T>(request: Pick<HttpRequest, 'url' | 'atOnce'>, work: () => Promise<T>): Promise<T>
}

/** How many calls are under way at each host: two connections on one small shop must not storm it together. */
export const createLanes = (): Lanes => {
  const queues = new Map<string, PQueue>()
  return {
    run({ url, atOnce }, work) {
      if (atOnce === undefined) return work()
      const queue = queues.get(url.host) ?? new PQueue({ concurrency: atOnce })
      queues.set(url.host, queue)
      return queue.add(work)
    },
  }
}
