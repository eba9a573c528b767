/** `npm run db:generate`: the Prisma client from the schema, without the engine that can't be had everywhere. */
import { generateClient } from './up-to-date.ts'

await generateClient()
