import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '#app/_server/auth'

/** Options are read on the first request rather than at build time, when there are no settings yet. */
function handle(request: NextRequest, context: unknown): Promise<Response> {
  return NextAuth(authOptions())(request, context)
}

export { handle as GET, handle as POST }
