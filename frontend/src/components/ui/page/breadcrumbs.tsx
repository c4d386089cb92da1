import { Link, type LinkProps } from '@tanstack/react-router'

interface Step {
  label: string
  link: Pick<LinkProps, 'to' | 'params'>
}

/** Where the page stands, from the outside in, without the page itself. */
export function Breadcrumbs({ steps }: { steps: readonly Step[] }) {
  return (
    <nav className="cw-breadcrumbs" aria-label="Breadcrumb">
      <ol>
        {steps.map(({ label, link }) => (
          <li key={label}>
            <Link {...link}>{label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
