import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { BackOfficeView } from '../../../../src/preload/contract/back-offices.ts'
import type { Answers } from '../../../../src/preload/contract/index.ts'
import type { FieldView } from '../../../../src/preload/contract/shapes.ts'
import { usageOf } from '../../../../src/renderer/views/connections/connector-fields.tsx'
import { createApiTwin, refused } from '../../helpers/api-twin.ts'
import { renderApp } from '../../helpers/render-app.tsx'
import { backOffices, kinds, threeConnections } from '../../helpers/sample-connections.ts'

const KEY = 'cle-tres-secrete-0123'
const failed = [
  { name: 'Permissions', ok: false, message: 'This key may only read.' },
  { name: 'Clock', ok: false, message: 'Seven minutes off.', aside: true },
]
const inShop = (answers: Partial<Answers['backOffices']> = {}) => {
  const twin = createApiTwin({ backOffices: answers }, { connections: threeConnections() })
  return renderApp(twin, '#/connections').then(({ user }) => ({
    twin,
    user,
    dialog: () => screen.findByRole('dialog'),
  }))
}

const adding = async (answers: Partial<Answers['backOffices']> = {}) => {
  const opened = await inShop(answers)
  const { user } = opened
  await user.click(await screen.findByRole('button', { name: 'Add a back office' }))
  await user.selectOptions(await screen.findByLabelText('Kind'), 'WooCommerce')
  await user.type(screen.getByLabelText('Shop address'), 'https://boutique.example')
  await user.type(screen.getByLabelText('Consumer key'), KEY)
  return opened
}

const theShop = (): BackOfficeView => backOffices.find(({ id }) => id === 1) ?? expect.fail('There is a shop')

describe('adding a back office', () => {
  it('keeps none whose checks fail, and names them', async () => {
    const { user, twin, dialog } = await adding({ check: () => failed })

    await user.click(screen.getByRole('button', { name: 'Add' }))

    expect(await within(await dialog()).findByText('This key may only read.')).toBeDefined()
    expect(screen.getByRole('alert').textContent).toBe('The test failed, so it was not kept.')
    expect(twin.inputsOf('backOffices:add')).toEqual([])
  })

  it('is not kept from it by a check that says nothing about the shop', async () => {
    const { user, twin } = await adding({ check: () => failed.slice(1) })

    await user.click(screen.getByRole('button', { name: 'Add' }))

    expect(twin.inputsOf('backOffices:add')).toHaveLength(1)
  })

  it('knows what the shop calls its states once the test went well', async () => {
    const { user, twin } = await adding()
    await user.click(screen.getByText('How the shop is used'))
    expect(screen.getByText(/until then the usual ones count: completed, delivered\.$/)).toBeDefined()

    await user.click(screen.getByRole('button', { name: 'Test connection' }))
    await user.click(await screen.findByLabelText('Shipped'))
    expect(screen.queryByLabelText(/^delivered/)).toBeNull()
    await user.selectOptions(screen.getByLabelText('Stock after a cancellation'), 'Leave it')
    await user.click(screen.getByRole('button', { name: 'Add' }))

    const values = { shopUrl: 'https://boutique.example', consumerKey: KEY }
    expect(twin.inputsOf('backOffices:choices')).toEqual([{ kind: 'woocommerce', values, field: 'completedStates' }])
    expect(twin.inputsOf('backOffices:add')).toEqual([
      {
        ...{ kind: 'woocommerce', label: 'WooCommerce' },
        values: { ...values, restock: 'no', completedStates: 'completed,shipped' },
      },
    ])
  })
})

it('says in its form what to know before relying on a kind of back office, and of that kind alone', async () => {
  const cautious = kinds.map((kind) => ({ ...kind, caution: kind.id === 'this-pc' ? null : 'Never seen at work.' }))
  const { user } = await inShop({ kinds: () => cautious })
  await user.click(await screen.findByRole('button', { name: 'Add a back office' }))

  await user.selectOptions(await screen.findByLabelText('Kind'), 'WooCommerce')
  expect(await screen.findByText('Never seen at work.')).toBeDefined()

  await user.selectOptions(screen.getByLabelText('Kind'), 'This PC')
  expect(screen.queryByText('Never seen at work.')).toBeNull()
})

it('shows every key in sight, also one that another can stand in for, and folds what only says how the shop is used', () => {
  const field = (name: string, more: Partial<FieldView> = {}): FieldView => ({
    ...{ name, label: name, help: null, secret: false, optional: true, unless: null, address: false, fallback: null },
    ...{ choices: null, several: false, document: false, tables: [] },
    ...more,
  })
  const fields = [
    field('shopUrl', { optional: false }),
    field('timeout', { fallback: '30' }),
    field('clientId', { unless: 'token' }),
    field('clientSecret', { secret: true, unless: 'token' }),
    field('token', { secret: true }),
    field('folder'),
    field('locations', { choices: 'from-outside' }),
    field('restock', { fallback: 'yes' }),
  ]

  expect(usageOf(fields).map(({ name }) => name)).toEqual(['timeout', 'locations', 'restock'])
})

describe('the settings of a back office', () => {
  const office = { ...theShop(), settings: { shopUrl: 'https://boutique.example', completedStates: 'old-state' } }
  const opened = async (answers: Partial<Answers['backOffices']> = {}) => {
    const shop = await inShop({ list: () => [office], ...answers })
    await shop.user.click(await screen.findByRole('button', { name: 'More for the back office Boutique' }))
    await shop.user.click(await screen.findByRole('menuitem', { name: 'Settings' }))
    await screen.findByLabelText('Completed')
    return shop
  }

  it('change its name and what is used of it, without a secret in sight', async () => {
    const { user, twin } = await opened()
    expect(screen.queryByLabelText('Consumer key')).toBeNull()

    await user.clear(screen.getByLabelText('Name of the back office'))
    await user.type(screen.getByLabelText('Name of the back office'), 'Atelier')
    await user.click(screen.getByLabelText('Shipped'))
    await user.click(screen.getByLabelText('old-state (not in the shop)'))
    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(twin.inputsOf('backOffices:test')).toEqual([])
    expect(twin.inputsOf('backOffices:change')).toEqual([
      { id: 1, label: 'Atelier', settings: { completedStates: 'shipped' } },
    ])
  })

  it('say that what is usual counts where nothing is ticked', async () => {
    const { user, twin } = await opened()

    await user.click(screen.getByLabelText('old-state (not in the shop)'))
    expect(screen.getByText(/None is ticked, so the usual ones count: Completed, delivered\./)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(twin.inputsOf('backOffices:change')).toMatchObject([{ settings: { completedStates: '' } }])
  })

  it('keep no other address that does not let us in', async () => {
    const { user, twin } = await opened({ test: () => failed })

    await user.type(screen.getByLabelText('Shop address'), '/other')
    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(await screen.findByText('This key may only read.')).toBeDefined()
    expect(twin.inputsOf('backOffices:test')).toEqual([
      { id: 1, settings: { shopUrl: 'https://boutique.example/other' } },
    ])
    expect(twin.inputsOf('backOffices:change')).toEqual([])
  })

  it('say why the shop could not tell its states', async () => {
    const choices = () => {
      throw refused('Boutique does not answer.')
    }
    const { user } = await inShop({ list: () => [office], choices })
    await user.click(await screen.findByRole('button', { name: 'More for the back office Boutique' }))

    await user.click(await screen.findByRole('menuitem', { name: 'Settings' }))

    expect(await screen.findByText('Boutique does not answer.')).toBeDefined()
    expect(screen.getByText('Set to old-state.')).toBeDefined()
  })
})
