import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { env } from '#lib/env'
import { signIn, signInInput, signInVerified } from '#lib/operations/sign-in'
import { signOut } from '#lib/operations/sign-out'

/** The cookie's name; the prefix binds it to https and to this host. */
export function sessionCookieName(): string {
  return env().appOrigin.startsWith('https:') ? '__Secure-next-auth.session-token' : 'next-auth.session-token'
}

/** A working day, like the session's own absolute limit. */
const sessionSeconds = 12 * 3600

/** Password, and the configured identity provider where there is one. The JWT carries a session's id and nothing else of use. */
export function authOptions(): NextAuthOptions {
  const { secret, oidc } = env()
  return {
    secret,
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: async (credentials) => {
          const input = signInInput.safeParse(credentials)
          const person = input.success ? await signIn(input.data) : null
          return person && { id: person.userId, name: person.name, email: person.email, sessionId: person.sessionId }
        },
      }),
      ...(oidc ? [identityProvider(oidc)] : []),
    ],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== 'oidc') return true
        const claims = profile as { email?: string; email_verified?: boolean } | undefined
        if (!claims?.email || claims.email_verified === false) return false
        const person = await signInVerified(claims.email)
        if (person) Object.assign(user, { sessionId: person.sessionId })
        return person !== null
      },
      jwt: ({ token, user }) => {
        const { sessionId } = (user ?? {}) as { sessionId?: string }
        return sessionId ? { sid: sessionId } : token
      },
      redirect: ({ url, baseUrl }) => (url.startsWith('/') && !url.startsWith('//') ? `${baseUrl}${url}` : baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === 'string') await signOut(token.sid)
      },
    },
  }
}

function identityProvider({ issuer, clientId, clientSecret }: NonNullable<ReturnType<typeof env>['oidc']>) {
  return {
    id: 'oidc',
    name: 'Single sign-on',
    type: 'oauth' as const,
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce' as const, 'state' as const],
    clientId,
    clientSecret,
    profile: (profile: { sub: string; name?: string; email?: string }) => ({
      id: profile.sub,
      name: profile.name ?? null,
      email: profile.email ?? null,
    }),
  }
}
