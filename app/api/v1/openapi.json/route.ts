import { defineRoute } from '#app/_server/define-route'
import { openApi } from '#app/_server/open-api'

/** Open to all: it describes the door and opens nothing. */
export const GET = defineRoute(async () => Response.json(openApi()))
