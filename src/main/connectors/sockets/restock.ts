import type { Field } from './definition.ts'

/** The setting for units of an order that Navette cancels; `help` says what is particular to the platform. */
export const restockField = (help: string) =>
  ({
    label: 'Stock of cancelled units',
    help,
    fallback: 'yes',
    choices: [
      { value: 'yes', label: 'Goes back to the shelf' },
      { value: 'no', label: 'Stays as it is' },
    ],
  }) as const satisfies Field

export const restocks = (value: string): boolean => value !== 'no'
