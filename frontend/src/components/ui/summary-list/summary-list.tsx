import type { ReactNode } from 'react'

/** Facts by their names, in the order given. Facts without a value are left out. */
export function SummaryList({ facts }: { facts: Readonly<Record<string, ReactNode>> }) {
  return (
    <dl className="cw-facts">
      {Object.entries(facts)
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div className="cw-facts__row" key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
