import { describe, expect, it } from 'vitest'
import type { OfficePreview, PreviewView } from '../../../src/preload/contract/back-offices.ts'
import { aConnectionView, anOrderRow } from '../../helpers/views.ts'
import { runLine } from './a-command-line.ts'

describe('connections', () => {
  it('prints what was promised of each, and no secret', async () => {
    const connections = { list: () => [aConnectionView()] }

    const { exitCode, out } = await runLine(['connections', '--json'], { answered: { connections } })

    expect(exitCode).toBe(0)
    expect(JSON.parse(out)).toEqual([
      {
        label: 'Rakuten',
        marketplace: 'rakuten-france',
        backOffice: 'Boutique',
        paused: false,
        stockUpdates: true,
        lastCycleAt: '2026-11-24T13:00:00.000Z',
        problem: null,
      },
    ])
  })

  it.each([
    [true, 0],
    [false, 1],
  ])('test prints the named checks of each; one that is %s leaves with %i', async (ok, exitCode) => {
    const connections = {
      list: () => [aConnectionView()],
      test: () => [{ name: 'reachable', ok, message: 'Rakuten answered.', aside: true }],
    }

    const ran = await runLine(['connections', 'test', '--json'], { answered: { connections } })

    expect(ran.exitCode).toBe(exitCode)
    expect(JSON.parse(ran.out)).toEqual([
      { label: 'Rakuten', checks: [{ name: 'reachable', ok, message: 'Rakuten answered.' }] },
    ])
  })
})

describe('connections preview', () => {
  const part: PreviewView = { title: 'Order', text: 'ref;city\nRKT-4711;Quimper\n', rows: null, problem: null }
  const states: PreviewView = { title: 'States', text: 'x', rows: [{ ref: '4711', state: 'verzonden' }], problem: null }
  const shown: OfficePreview = {
    order: { id: 7, reference: 'RKT-4711' },
    orders: [{ id: 7, reference: '4711', purchasedAt: '2026-11-24T10:00:00.000Z' }],
    previews: [part, states],
  }
  const connections = { list: () => [aConnectionView({ backOfficeId: 3 })] }
  const answeredWith = (preview: Partial<OfficePreview>) => ({
    connections,
    orders: { find: () => [anOrderRow({ id: 7, reference: '4711' })] },
    backOffices: { preview: () => ({ ...shown, ...preview }) },
  })

  it('prints what the back office would be told of the order that is named', async () => {
    const words = ['connections', 'preview', '--order', '4711', '--json']

    const { exitCode, out, asked } = await runLine(words, { answered: answeredWith(shown) })

    expect(exitCode).toBe(0)
    expect(asked).toContainEqual(['backOffices:preview', { id: 3, orderId: 7, following: false }])
    expect(JSON.parse(out)).toEqual({
      connection: 'Rakuten',
      backOffice: 'Boutique',
      order: { reference: 'RKT-4711', invented: false },
      previews: [part, states],
    })
  })

  it('says for people which order it is, and shows what was read as a table', async () => {
    const { out } = await runLine(['connections', 'preview'], { answered: answeredWith(shown) })

    expect(out).toBe(
      [
        'What Boutique would be told of RKT-4711. Nothing is sent.\n',
        '== Order\nref;city\nRKT-4711;Quimper\n',
        '== States\nx\n\nref   state\n4711  verzonden\n',
      ].join('\n'),
    )
  })

  it('says that an order is invented', async () => {
    const invented = { order: { id: null, reference: 'RKT-000000000' } }

    const { out } = await runLine(['connections', 'preview'], { answered: answeredWith(invented) })

    expect(out).toContain('an invented order, since there is none yet')
  })

  it('leaves with 1 when something does not fit, and says so before what was read', async () => {
    const broken = { ...shown, previews: [{ ...part, text: null, problem: 'No column is called “ref”.' }] }

    const { exitCode, out } = await runLine(['connections', 'preview'], { answered: answeredWith(broken) })

    expect(exitCode).toBe(1)
    expect(out).toContain('== Order\nFAILED No column is called “ref”.\n')
  })

  it.each([
    [['--connection', 'Elsewhere'], 'There is no connection called Elsewhere.'],
    [['--order', '4712'], 'There is no order 4712 of Rakuten.'],
  ])('with %o leaves with 2 and says what is not there', async (words, said) => {
    const answered = { ...answeredWith(shown), orders: { find: () => [] } }

    const { exitCode, out, error } = await runLine(['connections', 'preview', ...words], { answered })

    expect([exitCode, out, error]).toEqual([2, '', `${said}\n`])
  })
})
