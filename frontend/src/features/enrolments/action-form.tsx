import type { ComponentType } from 'react'
import type { EnrolmentRead } from '@/api/learners.gen'
import type { ActionName } from '@/features/enrolments/actions'
import { BreakForm } from '@/features/enrolments/break-form'
import { ChangeForm } from '@/features/enrolments/change-form'
import { CompleteForm } from '@/features/enrolments/complete-form'
import { ReturnForm } from '@/features/enrolments/return-form'
import { TransferForm } from '@/features/enrolments/transfer-form'
import { WithdrawForm } from '@/features/enrolments/withdraw-form'

export interface ActionFormProps {
  enrolment: EnrolmentRead
  /** Called with a sentence that says what was done. */
  onSaved: (said: string) => Promise<void>
}

const forms: Record<ActionName, ComponentType<ActionFormProps>> = {
  change: ChangeForm,
  break: BreakForm,
  return: ReturnForm,
  transfer: TransferForm,
  complete: CompleteForm,
  withdraw: WithdrawForm,
}

export function ActionForm({ action, ...props }: ActionFormProps & { action: ActionName }) {
  const Chosen = forms[action]
  return <Chosen {...props} />
}
