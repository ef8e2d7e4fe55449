import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { thisPc } from '../../src/main/connectors/this-pc/index.ts'
import { createCarrierCatalogue } from '../../src/main/domain/carriers/catalogue.ts'
import { systemClock } from '../../src/main/joining/clock.ts'
import { createNavette, type Navette } from '../../src/main/navette.ts'
import type { Corridor } from '../../src/main/sync/corridor.ts'
import { createCorridors } from '../../src/main/sync/open-corridor.ts'

export const KEY = 'a'.repeat(64)
const resources = fileURLToPath(new URL('../../resources', import.meta.url))
const quiet = { info: () => {}, warn: () => {}, error: (text: string, facts?: object) => console.error(text, facts) }

export interface BenchCorridor {
  readonly navette: Navette
  readonly dataDir: string
  readonly connectionId: number
  close(): Promise<void>
}

/** The whole program over a folder of its own and a Rakuten that answers the same bytes to every call of an action. */
export const benchCorridor = async (answers: Readonly<Record<string, Uint8Array>>): Promise<BenchCorridor> => {
  const server = createServer((request, response) => {
    const action = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('action') ?? ''
    const bytes = answers[action] ?? emptyAnswer(action)
    response
      .writeHead(200, { 'content-type': 'text/xml;charset=ISO-8859-1', 'content-length': bytes.byteLength })
      .end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on TCP

  const dataDir = mkdtempSync(join(tmpdir(), 'navette-bench-'))
  const navette = await createNavette({
    ...{ dataDir, resources, log: quiet },
    holder: 'the benchmark',
    secrets: { kind: 'memory', databaseKey: KEY },
    announce: () => {},
    about: { version: 'bench', host: 'web', platform: process.platform, systemLocale: 'en' },
  })
  const office = await navette.accounts.backOffices.add('this-pc', 'This PC', {})
  const connection = await navette.accounts.connections.add({
    marketplace: 'rakuten-france',
    label: 'Rakuten',
    backOfficeId: office.id,
    values: { login: 'boutique', token: 'jeton', baseUrl: `http://127.0.0.1:${port}` },
    settings: { acceptance: 'by-hand', stockUpdates: false },
    paused: false,
  })
  return {
    ...{ navette, dataDir },
    connectionId: connection.id,
    async close() {
      await navette.close()
      server.closeAllConnections()
      server.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const emptyAnswer = (action: string): Uint8Array =>
  Buffer.from(
    `<?xml version="1.0" encoding="ISO-8859-1"?><${action}result><request/><response><lastversion>2017-08-07</lastversion><nexttoken></nexttoken><sellerid>1</sellerid><sales></sales><items></items></response></${action}result>`,
    'latin1',
  )

/** The corridor of the one connection, to measure a step of it by itself. */
export const openCorridor = async ({ navette, connectionId }: BenchCorridor): Promise<Corridor> => {
  const { repositories, accounts } = navette
  const connection = repositories.connections.get(connectionId)
  if (connection === null) throw new Error('The connection of the benchmark is gone')
  const open = createCorridors({
    repositories,
    carriers: createCarrierCatalogue([]),
    time: { now: systemClock.now, nowIso: systemClock.nowIso, trusted: true },
    log: quiet,
    openMarketplace: accounts.openMarketplace,
    openBackOffice: accounts.openBackOffice,
    capabilitiesOf: () => thisPc.capabilities,
    intervalMs: () => 300_000,
  })
  return open(connection)
}
