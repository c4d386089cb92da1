import { createContext, use } from 'react'

export interface FormState {
  /** The message of each field that failed, by the field's name. */
  errors: Readonly<Record<string, string>>
  /** What each field starts with, by the field's name. */
  initial: Readonly<Record<string, readonly string[]>>
  busy: boolean
}

export const FormContext = createContext<FormState>({ errors: {}, initial: {}, busy: false })

export function useField(name: string) {
  const { errors, initial } = use(FormContext)
  const error = errors[name]
  const values = initial[name] ?? []
  return { error, values, value: values[0] ?? '' }
}
