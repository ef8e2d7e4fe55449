import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createApiTwin, refused } from '../../helpers/api-twin.ts'
import { renderApp } from '../../helpers/render-app.tsx'
import { threeConnections } from '../../helpers/sample-connections.ts'

const SECRET = 'jeton-tres-secret-0123'
const connections = threeConnections()
const card = (name: string) => screen.findByRole('region', { name })

describe('the connections screen', () => {
  it('hands a new token on and keeps it nowhere in the window', async () => {
    const twin = createApiTwin({}, { connections })
    const { user, store } = await renderApp(twin, '#/connections')
    await user.click(within(await card('Papeterie')).getByRole('button', { name: 'Enter the new token' }))

    await user.type(await screen.findByLabelText('Token'), SECRET)
    await user.click(screen.getByRole('button', { name: 'Test and keep it' }))

    expect(twin.inputsOf('connections:newSecret')).toEqual([{ id: 2, values: { token: SECRET } }])
    expect(await screen.findByText('The new token of Papeterie works.')).toBeDefined()
    expect(JSON.stringify(store.getState())).not.toContain(SECRET)
    expect(document.body.innerHTML).not.toContain(SECRET)
  })

  it('shows which check failed when a token is not kept', async () => {
    const newSecret = () => ({
      kept: false,
      checks: [{ name: 'Login and token', ok: false, message: 'Rakuten refused it.' }],
    })
    const { user } = await renderApp(createApiTwin({ connections: { newSecret } }, { connections }), '#/connections')
    await user.click(within(await card('Papeterie')).getByRole('button', { name: 'Enter the new token' }))
    await user.type(await screen.findByLabelText('Token'), SECRET)

    await user.click(screen.getByRole('button', { name: 'Test and keep it' }))

    const dialog = screen.getByRole('dialog')
    expect(await within(dialog).findByText('Rakuten refused it.')).toBeDefined()
  })

  it('connects an account whose form is drawn from the connector, and starts it', async () => {
    const twin = createApiTwin({}, { connections: [] })
    const { user, store } = await renderApp(twin, '#/connections')
    await user.click(await screen.findByRole('button', { name: 'Connect my account' }))
    await user.type(await screen.findByLabelText('Login'), 'maboutique')
    await user.type(screen.getByLabelText('Token'), SECRET)

    await user.click(screen.getByRole('button', { name: 'Connect and start' }))

    expect(twin.inputsOf('connections:add')).toEqual([
      {
        marketplace: 'rakuten-france',
        label: 'Rakuten',
        values: { login: 'maboutique', token: SECRET },
        backOfficeId: 1,
        settings: {},
      },
    ])
    expect(twin.inputsOf('connections:activate')).toEqual([{ id: 9 }])
    expect(JSON.stringify(store.getState())).not.toContain(SECRET)
  })

  it('says at the field what is wrong with it', async () => {
    const add = () => {
      throw refused('Rakuten wants the account name, not the e-mail you sign in with.', 'values.login', 'settings')
    }
    const { user } = await renderApp(createApiTwin({ connections: { add } }, { connections: [] }), '#/connections')
    await user.click(await screen.findByRole('button', { name: 'Connect my account' }))
    await user.type(await screen.findByLabelText('Login'), 'moi@boutique.example')

    await user.click(screen.getByRole('button', { name: 'Connect and start' }))

    const login = await screen.findByLabelText('Login')
    expect(login.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(login.getAttribute('aria-describedby') ?? '')?.textContent).toContain('account name')
  })

  it('turns stock updates off at once and offers to undo it', async () => {
    const twin = createApiTwin({}, { connections })
    const { user } = await renderApp(twin, '#/connections')
    await user.click(within(await card('Boutique')).getByRole('switch', { name: /Stock updates/ }))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))

    expect(twin.inputsOf('connections:change')).toEqual([
      { id: 1, settings: { stockUpdates: false } },
      { id: 1, settings: { stockUpdates: true } },
    ])
  })

  it('asks what becomes of open orders before a connection is removed', async () => {
    const twin = createApiTwin({}, { connections })
    const { user } = await renderApp(twin, '#/connections')
    await user.click(await screen.findByRole('button', { name: 'More for Boutique' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Remove' }))
    const dialog = await screen.findByRole('alertdialog', { name: 'Remove Boutique?' })

    await user.click(within(dialog).getByLabelText(/over to me/))
    await user.click(within(dialog).getByRole('button', { name: 'Remove Boutique' }))

    expect(twin.inputsOf('connections:remove')).toEqual([{ id: 1, openOrders: 'hand-over' }])
  })

  it('shows the named checks of a test inside the card', async () => {
    const { user } = await renderApp(createApiTwin({}, { connections }), '#/connections')

    await user.click(within(await card('Boutique')).getByRole('button', { name: 'Test connection' }))

    expect(await within(await card('Boutique')).findByText('2 checks, all well')).toBeDefined()
    expect(within(await card('Boutique')).getByText('Login and token')).toBeDefined()
  })
})
