import type { ProblemView } from '../../../../preload/contract/shapes.ts'

/** Choices that ask for something first; the others are done at a press. */
export const ASKING = ['alias', 'map', 'correct', 'choose', 'add-template', 'track', 'keep'] as const
export type AskingChoice = (typeof ASKING)[number]

/** Choices that cannot be undone: a dialog names what follows. */
export const ENDING = ['refuse', 'accept-available', 'cancel-there', 'cancel', 'cancel-items', 'create'] as const
export type EndingChoice = (typeof ENDING)[number]

export const isAsking = (choice: string): choice is AskingChoice => ASKING.some((one) => one === choice)
export const isEnding = (choice: string): choice is EndingChoice => ENDING.some((one) => one === choice)

/** The filled button first. Waiting goes on by itself, so it is not what a card about stock is for. */
export const ordered = ({ kind, choices }: ProblemView): readonly string[] =>
  kind === 'stock' && choices.includes('accept-available')
    ? ['accept-available', ...choices.filter((choice) => choice !== 'accept-available')]
    : choices
