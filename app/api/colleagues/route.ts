import { defineRoute } from '#app/_server/define-route'
import { requireActor } from '#app/_server/session'
import { mentionableColleagues } from '#lib/queries/mentions'

/** Who may be named in a note. Asked for when somebody writes one, rather than with every page. */
export const GET = defineRoute(async () => Response.json(await mentionableColleagues(await requireActor())))
