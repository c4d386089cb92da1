/** Grey lines in place of what is coming. They appear only after a moment, so that quick answers do not flicker. */
export function Loading({ lines = 4, what = 'Loading' }: { lines?: number; what?: string }) {
  return (
    <div className="cw-loading">
      <p className="nhsuk-u-visually-hidden" role="status">
        {what}…
      </p>
      <div className="cw-loading__lines" aria-hidden="true">
        {Array.from({ length: lines }, (_, line) => (
          <span key={line} className="cw-loading__line" />
        ))}
      </div>
    </div>
  )
}
