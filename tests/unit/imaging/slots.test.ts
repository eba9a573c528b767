import { expect, it } from 'vitest'
import { Slots } from '#lib/imaging/slots'

/** Lets promises that can settle do so. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

it('no more slots are taken than there are, and the waiting go first come, first served', async () => {
  const slots = new Slots(2)
  const order: string[] = []
  const take = async (name: string, count: number) => {
    const release = await slots.take(count)
    order.push(name)
    return release
  }
  const a = take('a', 1)
  const b = take('b', 1)
  const all = take('all', 2)
  const c = take('c', 1)
  await settled()
  expect(order).toEqual(['a', 'b'])

  const releaseA = await a
  releaseA()
  await settled()
  expect(order).toEqual(['a', 'b'])

  const releaseB = await b
  releaseB()
  await settled()
  expect(order).toEqual(['a', 'b', 'all'])

  const releaseAll = await all
  releaseAll()
  await c
  expect(order).toEqual(['a', 'b', 'all', 'c'])
})
