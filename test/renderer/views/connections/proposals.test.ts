import { describe, expect, it } from 'vitest'
import { likeliest, proposalsFor, withProposal } from '../../../../src/renderer/views/connections/proposals.ts'

const choice = (value: string, ...alike: readonly string[]) => ({ value, label: value, alike })
const FIELDS = [
  choice('ref', 'Référence', 'bestelnummer', 'Bestellnummer'),
  choice('trackingNumber', 'numéro de suivi', 'Sendungsnummer', 'trackingcode'),
  choice('trackingUrl', 'tracking link', 'trackinglink'),
  choice('state', 'statut', 'status', 'toestand'),
]

describe('the likeliest of our words', () => {
  it.each([
    ['REFERENCE', 'ref'],
    ['Numéro_de-suivi', 'trackingNumber'],
    ['Sendungsnummer 1', 'trackingNumber'],
    ['trackingUrl', 'trackingUrl'],
    ['Toestand', 'state'],
  ])('for %s is %s', (word, ours) => {
    expect(likeliest(word, FIELDS)).toBe(ours)
  })

  it.each(['tracking', 'opmerking', 'st', '', '…'])('for %j is none', (word) => {
    expect(likeliest(word, FIELDS)).toBeNull()
  })
})

describe('what is proposed', () => {
  const fields = { rows: 'ours-first', choices: FIELDS } as const
  const states = { rows: 'theirs-first', choices: [choice('shipped', 'verzonden')] } as const

  it('is what fits a field that has no name yet', () => {
    const rows = [
      { theirs: 'Code', ours: 'ref' },
      { theirs: '?', ours: 'state' },
    ]

    expect(proposalsFor(fields, rows, ['Bestelnummer', 'Status', 'Opmerking'])).toEqual([
      { theirs: 'Status', ours: 'state' },
    ])
  })

  it('is every word for a state that is not mapped, each once and whatever its case', () => {
    const rows = [{ theirs: 'Nieuw', ours: 'open' }]

    expect(proposalsFor(states, rows, ['nieuw ', 'verzonden', 'retour', 'verzonden', ''])).toEqual([
      { theirs: 'verzonden', ours: 'shipped' },
      { theirs: 'retour', ours: null },
    ])
  })

  it('goes into the row that waits for it, and otherwise into a new one', () => {
    const rows = [{ theirs: '?', ours: 'state' }]

    expect(withProposal(rows, { theirs: 'Status', ours: 'state' })).toEqual([{ theirs: 'Status', ours: 'state' }])
    expect(withProposal(rows, { theirs: 'retour', ours: null })).toEqual([...rows, { theirs: 'retour', ours: '' }])
  })
})
