import { expect, it, onTestFinished } from 'vitest'
import { shops } from '../simulators/shops.ts'
import { aSeller } from './stage/a-seller.ts'
import { openConnected } from './stage/connected.ts'
import { scrollsSideways } from './stage/look-at.ts'
import { openWindow, photograph } from './stage/open-window.ts'
import { soon } from './stage/soon.ts'

const NEW_TOKEN = 'canary-the-new-token'

it('tests, pauses, resumes, renames and removes a connection', async () => {
  const { navette, rakuten, web, connectionId } = await openConnected()
  const waiting = rakuten.world.buy({ items: [{ sku: 'TASSE-ROSE', priceCents: 1500 }] })
  await navette.engine.sync()
  const page = await openWindow(web.keyAddress)
  const seller = aSeller(page)
  await seller.goTo('Connections')
  const card = page.getByRole('region', { name: /^(Rakuten|Ma boutique)$/ })
  const choose = async (entry: string): Promise<void> => {
    await card.getByRole('button', { name: /^More for/ }).click()
    await page.getByRole('menuitem', { name: entry }).click()
  }

  await card.getByRole('button', { name: 'Test connection' }).click()
  await card.getByText(/^\d checks, all well$/).waitFor()
  await card.getByText('Rakuten knows the login and the token.').waitFor()
  await photograph(page, 'connection tested')

  await choose('Rename')
  await seller.dialog.getByLabel('Name').fill('Ma boutique')
  await seller.dialog.getByRole('button', { name: 'Rename' }).click()
  await card.getByRole('heading', { name: 'Ma boutique' }).waitFor()

  await choose('Pause')
  await card.getByText('Paused').waitFor()
  const calls = rakuten.calls.length
  await navette.engine.sync()
  expect(rakuten.calls).toHaveLength(calls)
  await card.getByRole('button', { name: 'Resume' }).click()
  await card.getByText('Running').waitFor()
  await soon(() => rakuten.calls.length).toBeGreaterThan(calls)

  await choose('Remove')
  const question = page.getByRole('alertdialog', { name: 'Remove Ma boutique?' })
  await question.getByLabel(/^Hand them over to me/).check()
  await photograph(page, 'connection to be removed')
  await question.getByRole('button', { name: 'Remove Ma boutique' }).click()
  await page.getByRole('button', { name: 'Start a practice account' }).waitFor()
  expect(navette.repositories.connections.get(connectionId)?.removedAt).not.toBeNull()

  await seller.open(waiting)
  await seller.panel.locator('.panel-bar').getByText('Handled manually').waitFor()
})

it('stops at a refused token with one strip, and goes on with the new one, tested before it is kept', async () => {
  const { navette, rakuten, web } = await openConnected()
  await navette.engine.sync()
  const page = await openWindow(web.keyAddress)
  const seller = aSeller(page)
  const { dialog } = seller
  rakuten.world.resetToken(NEW_TOKEN)
  const reference = rakuten.world.buy({ items: [{ sku: 'TORCHON-LIN', priceCents: 990 }] })
  await navette.scheduler.syncNow()
  const strip = page.getByText('Rakuten no longer takes the token of Rakuten.')
  await strip.waitFor()
  await photograph(page, 'a refused token')
  expect(await strip.count()).toBe(1)

  await page.getByRole('button', { name: 'Enter the new token' }).click()
  await dialog.getByLabel('Token').fill('mistyped')
  await dialog.getByRole('button', { name: 'Test and keep it' }).click()
  await dialog.getByText('The test failed, so it was not kept.').waitFor()
  await dialog.getByLabel('Token').fill(NEW_TOKEN)
  await dialog.getByRole('button', { name: 'Test and keep it' }).click()
  await seller.notices.getByText('The new token of Rakuten works.').waitFor()

  await seller.syncNow()
  expect(await strip.count()).toBe(0)
  await seller.tab('Not shipped').click()
  await seller.row(reference).waitFor()
  expect(await page.content()).not.toContain(NEW_TOKEN)
})

it('says that Rakuten does not answer even while stock waits for a word, until it answers again', async () => {
  const { navette, rakuten, count, web } = await openConnected()
  count('BOL-GRES-BLEU', 3)
  await navette.engine.sync()
  const page = await openWindow(web.keyAddress)
  const seller = aSeller(page)
  rakuten.faults.add({ kind: 'outage', times: 'always' })
  await navette.scheduler.syncNow()
  await page.getByText('Rakuten does not answer.').waitFor()

  await seller.goTo('Connections')
  const card = page.getByRole('region', { name: 'Rakuten' })
  await card.getByRole('group', { name: 'Stock waits for your word' }).waitFor()
  rakuten.faults.clear()
  await card.getByRole('group', { name: 'Rakuten does not answer' }).getByRole('button', { name: 'Try now' }).click()

  await card.getByRole('group', { name: 'Rakuten does not answer' }).waitFor({ state: 'detached' })
  expect(await card.getByRole('group', { name: 'Stock waits for your word' }).count()).toBe(1)
})

it('keeps the words of a back office inside a narrow page', async () => {
  const { navette, web } = await openConnected()
  const { definition, start } = shops.find(({ name }) => name === 'Custom (folder)') ?? never()
  const there = await start({})
  onTestFinished(() => there.close())
  await navette.accounts.backOffices.add(definition.id, 'Boutique', there.values)
  const page = await openWindow(web.keyAddress, { viewport: { width: 320, height: 800 } })
  const seller = aSeller(page)

  await seller.goTo('Connections')

  await page.getByText(definition.title).waitFor()
  await photograph(page, 'a back office on a narrow page')
  expect(await scrollsSideways(page)).toBe(false)
})

const never = (): never => {
  throw new Error('There is no such shop')
}
