import type { ReactNode } from 'react'

/** Where the page stands. Give each step as a `<Link className="nhsuk-breadcrumb__link">`. */
export function Breadcrumbs({ children }: { children: readonly ReactNode[] | ReactNode }) {
  const steps = Array.isArray(children) ? children : [children]
  return (
    <nav className="nhsuk-breadcrumb" aria-label="Breadcrumb">
      <ol className="nhsuk-breadcrumb__list">
        {steps.map((step: ReactNode, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the steps of a page never change places
          <li className="nhsuk-breadcrumb__list-item" key={index}>
            {step}
          </li>
        ))}
      </ol>
    </nav>
  )
}
