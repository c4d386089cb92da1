import type { ReactNode } from 'react'

/** Why there is nothing here, and what to do about it. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="cw-empty">
      <p className="cw-empty__title">{title}</p>
      {children && <div className="cw-empty__text">{children}</div>}
    </div>
  )
}
