import { useEffect } from 'react'
import { evidencedInNames, unitName } from '@/api/portfolio-words'
import type { Criterion, Unit, VersionRead } from '@/api/portfolio.gen'
import { Card } from '@/components/ui/card/card'
import { Tag } from '@/components/ui/tag/tag'
import { counted } from '@/lib/numbers'

const anchorOf = (unit: Pick<Unit, 'number'>) => `unit-${unit.number}`

/** Everything in a version; units and criteria have addresses of their own: `#unit-8`, `#criterion-8.3`. */
export function VersionUnits({ version }: { version: VersionRead }) {
  useEffect(() => {
    // The browser looked for the place before there was anything to find.
    document.getElementById(decodeURIComponent(window.location.hash.slice(1)))?.scrollIntoView()
  }, [])
  if (version.units.length === 0) return <p className="cw-muted">Nothing is written in this draft yet.</p>
  return (
    <>
      <Card title={`The ${unitName(version.kind)}s`}>
        <ol className="cw-contents">
          {version.units.map((unit) => (
            <li key={unit.number}>
              <span className="cw-contents__number">{unit.number}</span>
              <a href={`#${anchorOf(unit)}`}>{unit.title}</a>
            </li>
          ))}
        </ol>
      </Card>
      {version.units.map((unit) => (
        <UnitSection key={unit.number} unit={unit} />
      ))}
    </>
  )
}

function UnitSection({ unit }: { unit: Unit }) {
  const anchor = anchorOf(unit)
  const facts = [unit.reference, unit.credit != null && counted(unit.credit, 'credit')].filter(Boolean).join(', ')
  return (
    <section className="cw-card cw-unit" id={anchor} aria-labelledby={`${anchor}-title`}>
      <div className="cw-card__head">
        <h2 className="cw-card__title" id={`${anchor}-title`}>
          {unit.number}. {unit.title}
        </h2>
        {facts && <span className="cw-muted">{facts}</span>}
      </div>
      {unit.outcomes.map((outcome) => (
        <div key={outcome.title}>
          <h3 className="cw-unit__outcome">{outcome.title}</h3>
          <ul className="cw-criteria">
            {outcome.criteria.map((criterion) => (
              <CriterionRow key={criterion.number} criterion={criterion} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function CriterionRow({ criterion }: { criterion: Criterion }) {
  return (
    <li className="cw-criteria__row" id={`criterion-${criterion.number}`}>
      <span className="cw-criteria__number">{criterion.number}</span>
      <span className="cw-criteria__text">{criterion.text}</span>
      {criterion.evidenced_in === 'placement' ? (
        <Tag tone="info">{evidencedInNames.placement}</Tag>
      ) : (
        <span className="cw-muted">{evidencedInNames[criterion.evidenced_in]}</span>
      )}
    </li>
  )
}
