import { InvalidArgumentError, Option } from 'commander'

const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/

const toMoment = (text: string): string => {
  const at = MOMENT.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) throw new InvalidArgumentError('Give a moment such as 2026-11-24T13:00:00Z.')
  return new Date(at).toISOString()
}

/** `--now ISO`: the clock starts there and ticks on. */
export const nowOption = (): Option =>
  new Option('--now <iso>', 'start the clock there; only where every address is on loopback').argParser(toMoment)
