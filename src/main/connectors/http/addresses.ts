/** True for this very machine, the one place where plain http is good enough. */
export const isLoopback = ({ hostname }: Pick<URL, 'hostname'>): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)

export const mayBeCalled = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))

/** The rule for an address somebody types: says what is wrong with it, or null. */
export const refuseAddress = (text: string): string | null => {
  if (!URL.canParse(text)) return 'This is not an address. It starts with https://.'
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return 'An address with a name or password inside is not accepted.'
  return mayBeCalled(url) ? null : 'The address must start with https:// (http:// only on this PC).'
}
