import { use } from 'react'
import type { ButtonHTMLAttributes } from 'react'
import { FormContext } from '@/components/ui/form/form-context'

type Variant = 'primary' | 'secondary' | 'warning'

const variantClass: Record<Variant, string> = {
  primary: '',
  secondary: ' nhsuk-button--secondary',
  warning: ' nhsuk-button--warning',
}

export function buttonClass(variant: Variant = 'primary', small = false) {
  return `nhsuk-button${variantClass[variant]}${small ? ' nhsuk-button--small' : ''}`
}

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  variant?: Variant
  small?: boolean
}

export function Button({ variant, small, type = 'button', ...button }: ButtonProps) {
  return <button type={type} className={buttonClass(variant, small)} {...button} />
}

/** Sends the form it stands in, and says so while that lasts. It stays focusable, so that focus is not lost. */
export function SubmitButton({
  children,
  busyText = 'Saving…',
  variant,
}: {
  children: string
  busyText?: string
  variant?: Variant
}) {
  const { busy } = use(FormContext)
  return (
    <button type="submit" className={buttonClass(variant)} aria-disabled={busy || undefined}>
      {busy ? busyText : children}
    </button>
  )
}
