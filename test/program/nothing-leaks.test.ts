import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASE_KEY } from '../helpers/run-navette.ts'
import { later } from './a-seller.ts'
import {
  killInACall,
  letThemBuy,
  openTalkativeLife,
  serveAWhile,
  sufferCrash,
  sufferFaults,
  type TalkativeLife,
  useAnotherToken,
} from './leaks/a-talkative-life.ts'
import { BUYER_WORDS, OTHER_TOKEN, TOKEN } from './leaks/canaries.ts'
import { createFinder, filesUnder } from './leaks/find-words.ts'

const secretsIn = createFinder([TOKEN, OTHER_TOKEN, DATABASE_KEY])
const buyersIn = createFinder(BUYER_WORDS)

/** Written by the test itself, and by nobody else. */
const OWN_FILES = /^(navette\.json|products\.csv|[\w-]+\.mjs)$/

/** What shows buyers because it is asked to: on standard output, and nowhere else. */
const SHOWS_BUYERS = /^(export|erase|orders --order)/

const everything = {
  tab: 'all',
  search: '',
  connectionId: null,
  deliveryMode: null,
  purchasedFrom: null,
  purchasedTo: null,
}
const sorted = { status: null, sort: 'purchased', direction: 'ascending' }

describe('a life with canaries for a token and for buyers', () => {
  let life: TalkativeLife
  let answers: Readonly<Record<string, string>>
  const exits: Record<string, number | null> = {}
  const look: { readonly when: string; readonly name: string; readonly found: readonly string[] }[] = []
  const lookAtFiles = (when: string): void => {
    for (const { name, bytes } of filesUnder(life.seller.desk.folder)) {
      if (OWN_FILES.test(name)) continue
      const found = [...secretsIn(bytes), ...buyersIn(bytes), ...secretsIn(name), ...buyersIn(name)]
      look.push({ when, name, found })
    }
  }

  beforeAll(async () => {
    life = await openTalkativeLife()
    const [first = ''] = letThemBuy(life)
    await killInACall(life, 0)
    lookAtFiles('killed in a call')

    await sufferFaults(life, [
      ...(['html-200', 'html-503', 'truncated', 'empty', 'outage', 'drop-before', 'drop-after'] as const),
      ...(['control-characters', 'oversized', 'doctype', 'wrong-encoding', 'double-encoded', 'quota'] as const),
    ])
    letThemBuy(life)
    for (const [index, hook] of (
      ['chatty-fetch', 'chatty-body', 'unhandled-rejection', 'uncaught-exception'] as const
    ).entries()) {
      exits[hook] = (await sufferCrash(life, hook, 100 + index * 5)).exitCode
      lookAtFiles(hook)
    }
    letThemBuy(life)
    await life.sync(130)
    await useAnotherToken(life, 135)
    await life.sync(140)

    const parcel = ['--carrier', 'Colissimo', '--number', '6A01234567897', '--now', later(145)]
    exits['ship'] = (await life.run(['act', 'ship', '--order', first, ...parcel])).exitCode
    await life.sync(150)
    for (const words of [['orders'], ['problems'], ['stock'], ['connections'], ['orders', '--order', first]])
      for (const json of [[], ['--json']]) await life.run([...words, ...json])
    answers = await serveAWhile(life, {
      'app:diagnostics': undefined,
      'orders:list': { ...everything, ...sorted, offset: 0, limit: 500 },
      'orders:get': { id: 1 },
      'orders:csv': { ...everything, ...sorted },
      'problems:list': undefined,
      'connections:list': undefined,
      'connections:test': { id: 1 },
      'activity:cycles': { connectionId: null, limit: 50, onlyEventful: false },
    })
    lookAtFiles('served')
    await life.run(['export', '--buyer', 'Quillefeuille', '--json'])
    await life.run(['erase', '--buyer', 'Quillefeuille', '--yes'])
    lookAtFiles('erased')
  }, 300_000)
  afterAll(() => life.seller.close())

  it('was a life: the token was used, buyers were shown where they should be, and every crash happened', () => {
    const { account } = life.seller
    const shown = life.written.filter(({ by }) => by.startsWith('export')).flatMap(({ out }) => buyersIn(out))

    expect(account.calls.filter(({ outcome }) => outcome === 'ok').length).toBeGreaterThan(30)
    expect(Object.values(account.ledger().items).filter(({ shipped }) => shipped).length).toBe(1)
    expect(new Set(shown).size).toBeGreaterThan(5)
    expect(exits).toEqual({
      'chatty-fetch': 1,
      'chatty-body': 1,
      'unhandled-rejection': 1,
      'uncaught-exception': 1,
      ship: expect.any(Number),
    })
    expect(answers['app:diagnostics']).toContain('"ok":true')
    expect(look.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'data/navette.db',
        'data/navette.db-wal',
        'data/folder.json',
        expect.stringMatching(/^data\/backups\/./),
      ]),
    )
  })

  it('left no token, no key and no buyer in any byte of the data folder, of temporary files, or anywhere beside them', () => {
    expect(look.filter(({ found }) => found.length > 0)).toEqual([])
  })

  it('wrote no token and no key to any output or log', () => {
    const leaks = life.written.flatMap(({ by, out, error }) =>
      [...secretsIn(out), ...secretsIn(error)].map((word) => [by, word]),
    )

    expect(leaks).toEqual([])
  })

  it('wrote no buyer to any log, nor to any output that was not asked for buyers', () => {
    const silent = life.written.filter(({ by }) => !SHOWS_BUYERS.test(by))
    const leaks = [
      ...life.written.flatMap(({ by, error }) => buyersIn(error).map((word) => [by, 'error', word])),
      ...silent.flatMap(({ by, out }) => buyersIn(out).map((word) => [by, 'out', word])),
    ]

    expect(leaks).toEqual([])
  })

  it('answered no question of the screens with a token, and put no buyer into the report for support', () => {
    const leaks = Object.entries(answers).flatMap(([channel, text]) => secretsIn(text).map((word) => [channel, word]))

    expect(leaks).toEqual([])
    expect(buyersIn(answers['app:diagnostics'] ?? '')).toEqual([])
  })
})

describe('the finder', () => {
  const inside = (text: string): string => `before ${text} after`

  it.each<[string, (word: string) => Buffer | string]>([
    ['UTF-8', inside],
    ['windows-1252', (word) => Buffer.from(inside(word), 'latin1')],
    ['UTF-16', (word) => Buffer.from(inside(word), 'utf16le')],
    ['an address', (word) => `https://x/?t=${encodeURIComponent(word)}&u`],
    ['a form', (word) => new URLSearchParams({ t: word }).toString()],
    ['an address in an address', (word) => encodeURIComponent(encodeURIComponent(word))],
    ['JSON', (word) => JSON.stringify({ t: word })],
    ['base64', (word) => Buffer.from(inside(word)).toString('base64')],
    ['base64 behind something else', (word) => Buffer.from(`x${inside(word)}`).toString('base64url')],
    ['hexadecimal', (word) => Buffer.from(inside(word)).toString('hex').toUpperCase()],
    [
      'XML',
      (word) => word.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    ],
  ])('finds a word in %s', (_, spelled) => {
    expect(secretsIn(spelled(TOKEN))).toEqual([TOKEN])
    expect(secretsIn(spelled('Kanari Jeton/8+"é&<7>%zy'))).toEqual([])
  })
})
