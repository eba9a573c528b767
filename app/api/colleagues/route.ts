import { defineRoute } from '#app/_server/define-route'
import { requireActor } from '#app/_server/session'
import { colleagues } from '#lib/queries/colleagues'

/** Who may be named in a note. Asked for when somebody writes one, rather than with every page. */
export const GET = defineRoute(async () => Response.json(await colleagues(await requireActor())))
