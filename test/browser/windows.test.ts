import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import { startPracticeAccount } from '../../src/main/practice/rakuten-france/index.ts'
import { openDesk } from '../helpers/run-navette.ts'
import { aSeller } from './stage/a-seller.ts'
import { openConnected } from './stage/connected.ts'
import { openWindow } from './stage/open-window.ts'
import { soon } from './stage/soon.ts'

it('keeps two windows in step, and a reload where it was', async () => {
  const { navette, rakuten, web } = await openConnected()
  const reference = rakuten.world.buy({ items: [{ sku: 'CARAFE-VERRE', priceCents: 3250 }] })
  await navette.engine.sync()
  const page = await openWindow(web.keyAddress)
  const other = await page.context().newPage()
  await other.goto(web.address)
  await page.bringToFront()
  const [here, there] = [aSeller(page), aSeller(other)]
  await here.open(reference)
  await there.tab('All').click()
  await there.row(reference).getByText('Not shipped').first().waitFor()

  await here.panel.getByLabel('Tracking number').fill('12345678')
  await here.panel.getByLabel('Carrier').selectOption({ label: 'Mondial Relay' })
  await here.panel.getByRole('button', { name: 'Ship', exact: true }).click()
  await here.syncNow()
  await there.row(reference).getByText('Shipped').first().waitFor()
  await soon(there.counts).toEqual(await here.counts())

  await page.reload()
  await here.panel.getByRole('heading', { level: 2, name: reference }).waitFor()
  expect(new URL(page.url()).hash).toMatch(/^#\/orders\/\d+$/)
})

it('is served by the real program to the one browser that shows its key', async () => {
  const rakuten = await startPracticeAccount()
  const desk = await openDesk({ RAKUTEN_TOKEN: rakuten.token })
  onTestFinished(async () => {
    await rakuten.close()
    await desk.remove()
  })
  const settings = { login: rakuten.login, token: { env: 'RAKUTEN_TOKEN' }, baseUrl: rakuten.baseUrl }
  const config = await desk.write(
    'navette.json',
    JSON.stringify({
      backOffices: [{ label: 'This PC', kind: 'this-pc' }],
      connections: [{ label: 'Rakuten', marketplace: 'rakuten-france', backOffice: 'This PC', settings }],
    }),
  )
  const reference = rakuten.world.buy({ items: [{ sku: 'TASSE-ROSE', priceCents: 1500 }] })
  const program = desk.start(['serve', '--port', '0', '--json', '--config', config])
  const [line] = await once(createInterface(program.stdout), 'line')
  const { address, keyAddress }: { address: string; keyAddress: string } = JSON.parse(String(line))

  const refused = /\b(401|403)\b/
  const stranger = await openWindow(address, { expected: refused })
  await stranger.getByLabel('One-time key').waitFor()
  const page = await openWindow(keyAddress)
  await aSeller(page).row('SKU TASSE-ROSE not found in This PC').getByText(reference, { exact: true }).waitFor()
  expect(page.url()).not.toContain(keyAddress.slice(address.length))

  await stranger.goto(keyAddress)
  await stranger.getByText('That key was used already').waitFor()
  const answer = await stranger.evaluate(
    "fetch('/api/orders:counts', { method: 'POST', headers: { 'Content-Type': 'application/json' } }).then((reply) => reply.status)",
  )
  expect(answer).toBe(401)

  // An open window would ask on, and find nobody.
  await page.close()
  await stranger.close()
  program.kill('SIGINT')
  const [code] = await once(program, 'exit')
  expect(code).toBe(0)
})
