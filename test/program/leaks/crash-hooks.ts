import type { Desk } from '../../helpers/run-navette.ts'

/** What is loaded before the program, to break it from within: `--import` of Node. */
export type CrashHook = keyof typeof HOOKS

const HOOKS = {
  /** A library that puts everything it knows into its error, causes and properties included. */
  'chatty-fetch': `
    globalThis.fetch = async (url, init) => {
      const told = String(url) + ' ' + JSON.stringify(init?.headers ?? {}) + ' ' + String(init?.body ?? '')
      const error = new TypeError('fetch failed: ' + told, { cause: new Error('deep inside: ' + told) })
      throw Object.assign(error, { url: String(url), config: { url: String(url), init } })
    }`,
  /** An answer that cannot be read, from a library that quotes the request. */
  'chatty-body': `
    const { fetch } = globalThis
    globalThis.fetch = async (url, init) => {
      const response = await fetch(url, init)
      const body = new ReadableStream({ start: (controller) => controller.error(new Error('cut off: ' + url)) })
      return new Response(body, { status: response.status, headers: response.headers })
    }`,
  /** A promise that nobody waits for breaks while a call is under way. */
  'unhandled-rejection': `
    const { fetch } = globalThis
    globalThis.fetch = (url, init) => {
      if (String(url).includes('acceptsale')) setImmediate(() => void Promise.reject(new Error('nobody caught this')))
      return fetch(url, init)
    }`,
  'uncaught-exception': `
    const { fetch } = globalThis
    globalThis.fetch = (url, init) => {
      if (String(url).includes('acceptsale')) setImmediate(() => { throw new Error('nobody caught this') })
      return fetch(url, init)
    }`,
} as const

/** The environment in which the program starts with the hook. */
export const withHook = async (desk: Desk, hook: CrashHook): Promise<Readonly<Record<string, string>>> => {
  const path = await desk.write(`${hook}.mjs`, HOOKS[hook])
  return { NODE_OPTIONS: `--import ${path}` }
}
