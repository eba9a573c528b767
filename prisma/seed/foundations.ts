import { randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeApiKey } from '#lib/credentials/api-key'
import { hashPassword } from '#lib/credentials/password'
import { db } from '#lib/db/client'
import { type Role, roles, roleTitle } from '#lib/domain/permissions'
import { defaultPolicyName, type Policy, shippedPolicies } from '#lib/domain/policy'
import { env } from '#lib/env'

export const demoClientName = 'Demo exchange'
export const demoStaff = [
  ...roles.map((role) => ({ role, name: `Demo ${roleTitle[role].toLowerCase()}`, email: `${role}@retake.example` })),
  { role: 'reviewer', name: 'Second demo reviewer', email: 'reviewer2@retake.example' },
] as const satisfies { role: Role; name: string; email: string }[]

/** The demo's client wants two people before anybody is told that they sent a forgery. */
const demoPolicy = {
  name: 'demo-exchange',
  body: {
    ...shippedPolicies[defaultPolicyName],
    title: 'Demo exchange',
    fourEyes: [{ outcomes: ['rejected'], reasons: ['doc_fake', 'doc_sample_or_template', 'selfie_manipulated'] }],
  } satisfies Policy,
}

/** What every installation needs before anybody can sign in. */
export async function seedFoundations(): Promise<void> {
  await seedPolicies()
  await db().apiClient.upsert({
    where: { name: 'Intake desk' },
    create: { name: 'Intake desk', policyName: defaultPolicyName },
    update: {},
  })
  if (env().demo) await seedDemoAccess()
  else await seedFirstAdmin()
}

async function seedPolicies(): Promise<void> {
  for (const [name, body] of Object.entries(shippedPolicies)) await seedPolicy(name, body)
}

async function seedPolicy(name: string, body: Policy): Promise<void> {
  if (!(await db().policy.findFirst({ where: { name } })))
    await db().policy.create({ data: { name, version: 1, body } })
}

/** One sign-in per role and an API key, for the terminal to print. */
async function seedDemoAccess(): Promise<void> {
  const path = join(env().dataDir, 'demo.json')
  if (existsSync(path) && (await db().user.count()) > 0) return
  const users = await Promise.all(
    demoStaff.map(async (person) => {
      const password = `${person.email.split('@')[0]}-demo-password`
      const data = { ...person, passwordHash: await hashPassword(password), disabledAt: null }
      await db().user.upsert({ where: { email: person.email }, create: data, update: data })
      return { role: person.role, email: person.email, password }
    }),
  )
  await seedPolicy(demoPolicy.name, demoPolicy.body)
  const { key: apiKey, ...kept } = makeApiKey()
  await db().apiClient.upsert({
    where: { name: demoClientName },
    create: { name: demoClientName, policyName: demoPolicy.name, ...kept },
    update: { ...kept, revokedAt: null },
  })
  writeFileSync(path, JSON.stringify({ users, apiKey }, null, 2), { mode: 0o600 })
}

/** Without a demo the first admin's password is made here, once, and left where only this account can read it. */
async function seedFirstAdmin(): Promise<void> {
  if ((await db().user.count()) > 0) return
  const [email, password] = ['admin@retake.local', randomBytes(15).toString('base64url')]
  await db().user.create({
    data: { email, name: 'First admin', role: 'admin', passwordHash: await hashPassword(password) },
  })
  const path = join(env().dataDir, 'first-admin.txt')
  writeFileSync(path, `${email}\n${password}\n`, { mode: 0o600 })
  console.log(`The first sign-in is in ${path}; delete it once an admin has an account of their own.`)
}
