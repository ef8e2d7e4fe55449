import { describe, expect, it } from 'vitest'
import { createFaults, FAULT_KINDS, type FaultKind } from '../../../../src/main/practice/rakuten-france/faults.ts'
import { practiceAccount } from './practice.ts'

describe('a fault rule', () => {
  it('touches the calls from its first on, as often as it says, and only those of its action', () => {
    const faults = createFaults()
    faults.add({ kind: 'empty', action: 'getnewsales', at: 2, times: 2 })

    const touched = ['getnewsales', 'export', 'getnewsales', 'getnewsales', 'getnewsales'].map(
      (action) => faults.touching(action).length,
    )

    expect(touched).toEqual([0, 0, 1, 1, 0])
    expect(faults.list()).toEqual([])
  })

  it('can stay until it is removed', () => {
    const faults = createFaults()
    const id = faults.add({ kind: 'empty', times: 'always' })
    faults.add({ kind: 'slow', times: 'always' })

    const before = [faults.touching('export').length, faults.touching('import').length]
    faults.remove(id)
    const after = faults.touching('export').map(({ kind }) => kind)
    faults.clear()

    expect(before).toEqual([2, 2])
    expect(after).toEqual(['slow'])
    expect(faults.touching('export')).toEqual([])
  })

  it('is refused when it means nothing', () => {
    const faults = createFaults()
    // As it might arrive from a script that nobody type-checks.
    const unknown = 'meteor' as FaultKind

    expect(() => faults.add({ kind: unknown })).toThrow('meteor')
    expect(() => faults.add({ kind: 'empty', times: 0 })).toThrow('1 or more')
    expect(() => faults.add({ kind: 'empty', at: 0 })).toThrow('1 or more')
  })
})

describe('the kinds of fault', () => {
  it.each(Object.keys(FAULT_KINDS))('%s can be ordered from another process, and taken back', async (kind) => {
    const account = await practiceAccount()
    const order = (name: string, body: object) =>
      fetch(`${account.baseUrl}/practice/${name}`, { method: 'POST', body: JSON.stringify(body) })

    const added = await order('faults', { kind })
    const kinds = account.faults.list().map((rule) => rule.kind)
    await order('remove-fault', await added.json())

    expect(kinds).toEqual([kind])
    expect(account.faults.list()).toEqual([])
  })
})
