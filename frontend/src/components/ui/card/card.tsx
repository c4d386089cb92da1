import { type ReactNode, useId } from 'react'

/** One section of a page, with its heading. */
export function Card({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className="cw-card" aria-labelledby={id}>
      <div className="cw-card__head">
        <h2 className="cw-card__title" id={id}>
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  )
}
