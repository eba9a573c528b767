import { expect, test } from 'vitest'
import { caseSearch } from '#lib/queries/case-search'
import { makeClient, makeSubmission, makeUser } from '../../factories.ts'

test('a case is found by its whole address in any case, its external id and its reference, and by no part or pattern of them', async () => {
  const client = await makeClient()
  const metadata = { externalId: 'search_me', email: 'Search.Me@example.com' }
  const { caseReference } = await makeSubmission({ client, metadata })
  await makeSubmission({ client, metadata })
  const support = await makeUser('support')
  for (const q of ['search.me@EXAMPLE.com', 'search_me', caseReference.toLowerCase().replaceAll('-', ' ')]) {
    const hits = await caseSearch(support, { q })
    expect(hits).toMatchObject([{ reference: caseReference, clientName: client.name, attempt: 2, status: 'received' }])
  }
  for (const q of ['search.me@example', '%', 'search%', 'searchXme', 'search_me@example.com']) {
    expect(await caseSearch(support, { q })).toEqual([])
  }
})
