'use server'

import { defineAction } from '#app/_server/define-action'
import { changeUserInput, changeUser as changeUserOperation } from '#lib/operations/change-user'
import { inviteUserInput, inviteUser as inviteUserOperation } from '#lib/operations/invite-user'

export const inviteUser = defineAction(inviteUserInput, inviteUserOperation)

export const changeUser = defineAction(changeUserInput, changeUserOperation)
