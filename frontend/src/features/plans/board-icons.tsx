/** Small drawings on the board; what they mean is always said in words beside them or in the bar's name. */

export function PinIcon() {
  return (
    <svg className="cw-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M10 1 6 5 3 6l3 3-4 5 5-4 3 3 1-3 4-4z" />
    </svg>
  )
}

/** Already begun: it stays. */
export function BegunIcon() {
  return (
    <svg className="cw-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7zm2 0h4V5a2 2 0 0 0-4 0z" fillRule="evenodd" />
    </svg>
  )
}

export function ConflictIcon() {
  return (
    <svg className="cw-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 1 0 15h16zM7 6h2v5H7zm0 6h2v2H7z" fillRule="evenodd" />
    </svg>
  )
}
