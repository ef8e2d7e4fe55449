import type { Reply } from '../wire.ts'

/** An answer in WordPress's form of errors (woocommerce.md 6); `data` is a bare number where WooCommerce forgot the rest. */
export class RestError extends Error {
  override readonly name = 'RestError'
  readonly reply: Reply

  constructor(status: number, code: string, message: string, data: Readonly<Record<string, unknown>> | number = {}) {
    super(message)
    const whole = typeof data === 'number' ? data : { status, ...data }
    this.reply = json(status, { code, message, data: whole })
  }
}

export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
  body: JSON.stringify(value),
})

export const page = (status: number, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=UTF-8', ...headers },
  body: '<!DOCTYPE html><html lang="fr"><head><title>Ma boutique</title></head><body>Bienvenue</body></html>',
})

export const noRoute = (): RestError =>
  new RestError(404, 'rest_no_route', 'No route was found matching the URL and request method.')

export const invalidParam = (param: string, message: string): RestError =>
  new RestError(400, 'rest_invalid_param', `Invalid parameter(s): ${param}`, {
    params: { [param]: message },
    details: { [param]: { code: 'rest_invalid_type', message, data: null } },
  })

/** A crash of PHP that WordPress caught. */
export const crash = (): RestError =>
  new RestError(
    500,
    'internal_server_error',
    '<p>There has been a critical error on this website.</p><p><a href="https://wordpress.org/documentation/article/faq-troubleshooting/">Learn more about troubleshooting WordPress.</a></p>',
  )
