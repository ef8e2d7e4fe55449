import { describe, expect, it } from 'vitest'
import { ask, codeOf, detailsOf, textsOf } from '../ask.ts'
import { bought, practiceAccount } from '../practice.ts'

describe('a call that is not in order', () => {
  it.each(['login', 'pwd', 'version', 'action'])('names %s when it is missing', async (name) => {
    const account = await practiceAccount()

    const answer = await ask(account, 'getnewsales', { [name]: '' })

    expect(codeOf(answer)).toBe('ParameterError')
    expect(detailsOf(answer)).toEqual([`The parameter ${name} is mandatory`])
  })

  it.each([
    ['acceptsale', 'itemid'],
    ['acceptsale', 'shippingfromcountry'],
    ['refusesale', 'itemid'],
    ['getiteminfos', 'itemid'],
    ['cancelitem', 'comment'],
    ['getshippinginformation', 'purchaseid'],
    ['getbillinginformation', 'purchaseid'],
    ['settrackingpackageinfos', 'transporter_name'],
    ['settrackingpackageinfos', 'tracking_number'],
    ['contactuseraboutitem', 'content'],
    ['contactusaboutitem', 'mailparentid'],
    ['confirmpreorder', 'stock'],
    ['genericimportreport', 'fileid'],
  ])('%s wants %s', async (action, missing) => {
    const account = await practiceAccount()
    const { itemId, purchaseId } = bought(account)
    const whole = {
      ...{ itemid: itemId, purchaseid: purchaseId, comment: 'c', content: 'c', mailparentid: '1', advertid: '1' },
      ...{ stock: '1', fileid: '1', transporter_name: 'DHL', tracking_number: '1', shippingfromcountry: '249' },
    }

    const answer = await ask(account, action, { ...whole, [missing]: '' })

    expect(detailsOf(answer)).toEqual([`The parameter ${missing} is mandatory`])
  })

  it.each([
    ['another login', { login: 'autre' }],
    ['another token', { pwd: 'autre' }],
    ['an e-mail for a login', { login: 'boutique@exemple.example' }],
  ])('refuses %s', async (_, params) => {
    const account = await practiceAccount()

    const answer = await ask(account, 'getnewsales', params)

    expect(codeOf(answer)).toBe('InvalidUserConnection')
    expect(detailsOf(answer)).toEqual(['Incorrect login or password'])
  })

  it('refuses the old token once a new one has been made, and takes the new one', async () => {
    const account = await practiceAccount()
    const old = account.token
    account.world.resetToken('nouveau')

    const refused = await ask(account, 'getnewsales', { pwd: old })
    const taken = await ask(account, 'getnewsales')

    expect([codeOf(refused), codeOf(taken)]).toEqual(['InvalidUserConnection', 'ok'])
  })

  it('refuses a version that the action never had', async () => {
    const account = await practiceAccount()

    const answer = await ask(account, 'getnewsales', { version: '2021-04-08' })

    expect(codeOf(answer)).toBe('ParameterError')
    expect(detailsOf(answer)).toEqual(['The version 2021-04-08 is not supported'])
  })

  it('tells the newest version it knows when an older one is asked for', async () => {
    const account = await practiceAccount()

    const answer = await ask(account, 'getcurrentsales', { version: '2014-02-11' })

    expect(textsOf(answer, 'lastversion')).toEqual(['2021-10-29'])
  })

  it('refuses an unknown action, and a known one at the address of another family', async () => {
    const account = await practiceAccount()

    const unknown = await ask(account, 'purge_campaign', { version: '2010-01-01' })
    const misplaced = await fetch(
      `${account.baseUrl}/stock_ws?action=getnewsales&login=${account.login}&pwd=${account.token}&version=2017-08-07`,
    )

    expect(codeOf(unknown)).toBe('ParameterError')
    expect(await misplaced.text()).toContain("The parameter 'action' is invalid.")
  })

  it('counts the calls of an hour by family, and takes calls again when the hour has passed', async () => {
    const account = await practiceAccount({ hourlyQuota: { sales_ws: 2 } })
    await ask(account, 'getnewsales')
    await ask(account, 'getcurrentsales')

    const third = await ask(account, 'getnewsales')
    const otherFamily = await ask(account, 'export')
    account.world.clock.advance(3_600_000)
    const later = await ask(account, 'getnewsales')

    expect(codeOf(third)).toBe('InvalidUserRights')
    expect(textsOf(third, 'message')).toEqual(['Quota exceeded.'])
    expect([codeOf(otherFamily), codeOf(later)]).toEqual(['ok', 'ok'])
  })

  it('keeps stock services from a private seller, in other words than the quota', async () => {
    const account = await practiceAccount({ professional: false })

    const answer = await ask(account, 'export')
    const sales = await ask(account, 'getnewsales')

    expect([codeOf(answer), codeOf(sales)]).toEqual(['InvalidUserRights', 'ok'])
    expect(textsOf(answer, 'message')).not.toContain('Quota exceeded.')
  })

  it.each([
    ['acceptsale', 'ParameterError'],
    ['refusesale', 'ParameterError'],
    ['getiteminfos', 'ParameterError'],
    ['cancelitem', 'ParameterError'],
    ['settrackingpackageinfos', 'ParameterError'],
    ['getcompensationdetails', 'ParameterError'],
    ['getbillinginformation', 'Unknown error'],
    ['getshippinginformation', 'Unknown error'],
    ['contactuseraboutitem', 'Unknown error'],
    ['contactusaboutitem', 'Unknown error'],
  ])('%s answers an unknown id with %s', async (action, code) => {
    const account = await practiceAccount()
    const unknown = { itemid: '1', purchaseid: '1', compensationid: '1', mailparentid: '1', comment: 'c', content: 'c' }

    const answer = await ask(account, action, {
      ...unknown,
      ...{ shippingfromcountry: '249', transporter_name: 'DHL', tracking_number: '1' },
    })

    expect(codeOf(answer)).toBe(code)
  })

  it('answers refusals with the HTTP status it was set up with', async () => {
    const account = await practiceAccount({ errorStatus: 400 })

    const refused = await ask(account, 'getnewsales', { pwd: 'faux' })
    const taken = await ask(account, 'getnewsales')

    expect([refused.status, taken.status]).toEqual([400, 200])
  })
})
