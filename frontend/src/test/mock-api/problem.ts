import { HttpResponse } from 'msw'

interface ProblemExtras {
  detail?: string
  errors?: { pointer: string; message: string }[]
  headers?: Record<string, string>
}

/** A problem as the services answer it. */
export function problem(
  status: number,
  type: string,
  title: string,
  { detail = title, headers = {}, ...extras }: ProblemExtras = {},
) {
  return HttpResponse.json(
    { type: `/problems/${type}`, title, status, detail, request_id: 'req-0001', ...extras },
    { status, headers: { 'Content-Type': 'application/problem+json', ...headers } },
  )
}

export const signInRequired = () => problem(401, 'sign-in-required', 'Sign in first')
export const notFound = () => problem(404, 'not-found', 'Not found')
