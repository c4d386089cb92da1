import { Link, type LinkProps } from '@tanstack/react-router'

interface Destination {
  label: string
  link: Pick<LinkProps, 'to' | 'params'>
}

function destinationsFor(): Destination[] {
  return [{ label: 'Home', link: { to: '/' } }]
}

export function Navigation() {
  return (
    <nav aria-label="Main" className="nhsuk-width-container">
      <ul className="cw-navigation">
        {destinationsFor().map(({ label, link }) => (
          <li key={label}>
            <Link {...link} className="cw-navigation__link" activeOptions={{ exact: link.to === '/' }}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
