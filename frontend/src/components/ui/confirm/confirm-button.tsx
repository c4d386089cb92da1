import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useRef } from 'react'
import { Button } from '@/components/ui/button/button'
import { failureWords } from '@/components/ui/query/failure'
import { problemOf } from '@/api/failure'

interface ConfirmButtonProps {
  /** What stands on the button, and again on the one that confirms. */
  action: string
  /** Said after the action for screen readers, where several such buttons stand on a page. */
  about?: string
  question: string
  children: ReactNode
  onConfirm: () => Promise<void>
}

/** Asks once more before something that cannot be undone. */
export function ConfirmButton({ action, about, question, children, onConfirm }: ConfirmButtonProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const confirm = useMutation({ mutationFn: onConfirm, onSuccess: () => dialog.current?.close() })

  return (
    <>
      <Button variant="secondary" small aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {action} {about && <span className="nhsuk-u-visually-hidden">{about}</span>}
      </Button>
      <dialog ref={dialog} className="cw-dialog" aria-labelledby={title}>
        <h2 className="cw-dialog__title" id={title}>
          {question}
        </h2>
        {children}
        {confirm.isError && (
          <p className="nhsuk-error-message" role="alert">
            {problemOf(confirm.error)?.detail ?? failureWords(confirm.error).text}
          </p>
        )}
        <div className="cw-dialog__actions">
          <Button variant="warning" aria-disabled={confirm.isPending} onClick={() => confirm.mutate()}>
            {action}
          </Button>
          <Button variant="secondary" onClick={() => dialog.current?.close()}>
            Cancel
          </Button>
        </div>
      </dialog>
    </>
  )
}
