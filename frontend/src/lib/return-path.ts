/** `path` when it leads inside Crossway, else the home page: a link must not send people elsewhere after signing in. */
export function safeReturnPath(path: string | undefined): string {
  if (!path?.startsWith('/') || path.startsWith('//') || path.startsWith('/\\') || path.startsWith('/sign-in'))
    return '/'
  return path
}
