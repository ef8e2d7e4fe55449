import { expect, it } from 'vitest'
import { newestAnswer } from '../../../src/renderer/stores/newest-answer.ts'

it('keeps the answer to the newest question, in whatever order answers come', async () => {
  const waiting: ((answer: string) => void)[] = []
  const kept: string[] = []
  const load = newestAnswer(
    () => new Promise<string>((resolve) => waiting.push(resolve)),
    (answer) => kept.push(answer),
  )

  const loads = [load(), load()]
  waiting[1]?.('new')
  waiting[0]?.('old')
  await Promise.all(loads)

  expect(kept).toEqual(['new'])
})

it('lets whoever asked first wait for the answer that is kept', async () => {
  const waiting: ((answer: string) => void)[] = []
  const kept: string[] = []
  const load = newestAnswer(
    () => new Promise<string>((resolve) => waiting.push(resolve)),
    (answer) => kept.push(answer),
  )

  const first = load().then(() => [...kept])
  void load()
  waiting[0]?.('old')
  await Promise.resolve()
  waiting[1]?.('new')

  expect(await first).toEqual(['new'])
})

it('keeps no answer to a question that was asked before something newer was told', async () => {
  const waiting: ((answer: string) => void)[] = []
  const kept: string[] = []
  const load = newestAnswer(
    () => new Promise<string>((resolve) => waiting.push(resolve)),
    (answer) => kept.push(answer),
  )

  const loaded = load()
  load.outdate()
  waiting[0]?.('old')
  await loaded

  expect(kept).toEqual([])
})
