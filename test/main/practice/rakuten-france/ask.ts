import type { PracticeAccount } from '../../../../src/main/practice/rakuten-france/index.ts'

export interface Answer {
  readonly status: number
  readonly type: string | null
  readonly date: string | null
  readonly bytes: Buffer
  /** The bytes as windows-1252. */
  readonly text: string
}

const FAMILY: Readonly<Record<string, string>> = {
  genericimportfile: 'stock_ws',
  genericimportreport: 'stock_ws',
  import: 'stock_ws',
  importreport: 'stock_ws',
  export: 'stock_ws',
  producttypes: 'stock_ws',
  getoperations: 'wallet_ws',
}

const VERSION: Readonly<Record<string, string>> = {
  getnewsales: '2017-08-07',
  acceptsale: '2021-04-08',
  refusesale: '2010-09-20',
  getcurrentsales: '2017-08-07',
  getshippinginformation: '2017-09-12',
  getbillinginformation: '2016-03-16',
  importitemshippingstatus: '2016-05-09',
  settrackingpackageinfos: '2016-03-16',
  cancelitem: '2011-02-02',
  getitemtodolist: '2011-09-01',
  getiteminfos: '2017-08-07',
  contactuseraboutitem: '2011-02-02',
  contactusaboutitem: '2011-09-01',
  confirmpreorder: '2013-01-09',
  getavailableshippingtypes: '2013-06-25',
  getcompensationdetails: '2011-03-29',
  getoperations: '2011-03-29',
  genericimportfile: '2015-02-02',
  genericimportreport: '2017-02-10',
  import: '2010-09-20',
  importreport: '2017-02-10',
  export: '2018-06-29',
  producttypes: '2015-06-30',
}

type Params = Readonly<Record<string, string>>

/** One call as the spec has it, with login, token and version filled in; a parameter set to '' is sent empty. */
export const ask = async (
  { baseUrl, login, token }: PracticeAccount,
  action: string,
  params: Params = {},
  file?: { readonly name: string; readonly content: Buffer | string },
): Promise<Answer> => {
  const query = new URLSearchParams({ action, login, pwd: token, version: VERSION[action] ?? '', ...params })
  const url = `${baseUrl}/${FAMILY[action] ?? 'sales_ws'}?${query}`
  return read(await (file ? fetch(url, { method: 'POST', body: formWith(file) }) : fetch(url)))
}

export const read = async (response: Response): Promise<Answer> => {
  const bytes = Buffer.from(await response.arrayBuffer())
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    date: response.headers.get('date'),
    bytes,
    text: new TextDecoder('windows-1252').decode(bytes),
  }
}

const formWith = ({ name, content }: { readonly name: string; readonly content: Buffer | string }): FormData => {
  const form = new FormData()
  form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name)
  return form
}

/** The details of a refusal, as they read to a person. */
export const detailsOf = ({ text }: Answer): string[] =>
  Array.from(text.matchAll(/<detail><!\[CDATA\[(.*?)\]\]><\/detail>/g), ([, detail = '']) => detail.trim())

/** The code of a refusal, `ok` for a result, `nothing` for what is neither. */
export const codeOf = ({ text }: Answer): string =>
  /<code>(.*?)<\/code>/.exec(text)?.[1] ?? (text.includes('<response>') ? 'ok' : 'nothing')

/** The texts of every element of a name, CDATA marks taken off. */
export const textsOf = ({ text }: Answer, name: string): string[] =>
  Array.from(
    text.matchAll(new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${name}>`, 'g')),
    ([, value = '']) => value,
  )
