import { defineRoute } from '#app/_server/define-route'
import { db } from '#lib/db/client'
import { AppError } from '#lib/errors'

/** 200 where the database answers, else 503. */
export const GET = defineRoute(async () => {
  await db().$queryRaw`SELECT 1`.catch(() => {
    throw new AppError('UNAVAILABLE')
  })
  return Response.json({ status: 'ok' })
})
