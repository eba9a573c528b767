/** Works on at most `limit` items at a time and yields the results in the order of the items. */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = []
  for (const item of items) {
    if (underWay.length >= limit) yield await underWay.shift()!
    underWay.push(work(item))
  }
  for (const result of underWay) yield await result
}
