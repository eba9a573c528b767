'use server'

import { defineAction } from '#app/_server/define-action'
import { createApiClientInput, createApiClient as createOperation } from '#lib/operations/create-api-client'
import { revokeApiClientInput, revokeApiClient as revokeOperation } from '#lib/operations/revoke-api-client'

export const createApiClient = defineAction(createApiClientInput, createOperation)

export const revokeApiClient = defineAction(revokeApiClientInput, revokeOperation)
