import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/main/domain/fault.ts'
import { deliveryMethods, methodTitle } from '../../../src/main/sync/delivery-methods.ts'
import { open } from './an-open-corridor.ts'

const asking = async () => {
  let isDown = false
  const asked: number[] = []
  const corridor = await open({
    office: (backOffice, id) => ({
      ...backOffice,
      listMethods: async () => {
        asked.push(id)
        if (isDown) throw new Fault('unreachable', 'No answer', { side: 'This PC' })
        return backOffice.listMethods()
      },
    }),
  })
  return {
    ...{ ...corridor, asked },
    goDown: () => {
      isDown = true
    },
    methods: async () => (await deliveryMethods(await corridor.corridor()))?.map(({ id }) => id) ?? null,
  }
}

const all = ['home', 'home-signed', 'express', 'relay']

describe("the back office's delivery methods", () => {
  it('are asked for once an hour', async () => {
    const { methods, clock, asked } = await asking()
    await methods()
    clock.advance(59 * 60_000)
    await methods()
    clock.advance(60_000)

    const later = await methods()

    expect([later, asked.length]).toEqual([all, 2])
  })

  it('are those read last when it does not answer', async () => {
    const { methods, clock, goDown } = await asking()
    await methods()
    clock.advance(3_600_000)
    goDown()

    expect(await methods()).toEqual(all)
  })

  it('are unknown, and not none, when it never answered', async () => {
    const { methods, goDown } = await asking()
    goDown()

    expect(await methods()).toBeNull()
  })

  it('are asked for anew when the connection is given another back office', async () => {
    const { methods, asked, addOffice, giveOffice, goDown } = await asking()
    await methods()
    const { id } = addOffice('Atelier')
    giveOffice(id)
    goDown()

    expect([await methods(), asked]).toEqual([null, [1, id]])
  })

  it('are called as they were when they were last read, and by their ids before', async () => {
    const { methods, corridor } = await asking()
    const { memory, connection } = await corridor()
    const before = methodTitle(memory, connection.backOfficeId, 'home')

    await methods()

    expect([before, methodTitle(memory, connection.backOfficeId, 'home')]).toEqual(['home', 'Home delivery'])
    expect(methodTitle(memory, connection.backOfficeId, 'gone')).toBe('gone')
    expect(methodTitle(memory, connection.backOfficeId + 1, 'home')).toBe('home')
  })
})
