import { Link } from '@tanstack/react-router'
import { kindAndLevel, versionStateNames, versionStateTones } from '@/api/portfolio-words'
import type { QualificationRead, VersionRead } from '@/api/portfolio.gen'
import { Card } from '@/components/ui/card/card'
import { SummaryList } from '@/components/ui/summary-list/summary-list'
import { Tag } from '@/components/ui/tag/tag'
import { formatDate } from '@/lib/dates'

export function VersionFacts({ version }: { version: VersionRead }) {
  return (
    <Card title="In short">
      <SummaryList
        facts={{
          Kind: kindAndLevel(version),
          Version: `${version.number}: ${version.label}`,
          'Valid from': formatDate(version.valid_from),
          Code: version.code,
        }}
      />
    </Card>
  )
}

export function OtherVersions({ qualification, shown }: { qualification: QualificationRead; shown: string }) {
  const others = qualification.versions.filter(({ id }) => id !== shown)
  if (others.length === 0) return null
  return (
    <Card title="Other versions">
      <ul className="cw-rows">
        {others.map(({ id, number, label, state }) => (
          <li key={id} className="cw-rows__row">
            <Link
              to="/qualifications/$qualificationId"
              params={{ qualificationId: qualification.id }}
              search={{ version: number }}
            >
              {label}
            </Link>
            <Tag tone={versionStateTones[state]}>{versionStateNames[state]}</Tag>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Where the text of a version comes from, paragraph by paragraph. */
export function VersionSource({ source }: Pick<VersionRead, 'source'>) {
  if (source === null) return null
  return (
    <Card title="Where this comes from">
      {source.split('\n').map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </Card>
  )
}
