import { Link } from '@tanstack/react-router'
import type { NeedsRead } from '@/api/learners.gen'
import { Tag, type TagTone } from '@/components/ui/tag/tag'
import { needInWords } from '@/features/needs/need-words'

type Need = NeedsRead['items'][number]

const severities: Record<Need['severity'], { name: string; tone: TagTone }> = {
  urgent: { name: 'Urgent', tone: 'stopped' },
  warning: { name: 'Soon', tone: 'attention' },
  info: { name: 'To know', tone: 'info' },
}

export function NeedsList({ needs }: { needs: readonly Need[] }) {
  return (
    <ul className="cw-rows">
      {needs.map((need) => {
        const { title, why } = needInWords(need)
        const { name, tone } = severities[need.severity]
        return (
          <li key={`${need.about} ${need.kind}`} className="cw-rows__row cw-rows__row--wide">
            <div>
              <NeedLink need={need}>{title}</NeedLink>
              <p className="cw-rows__detail">{why}</p>
            </div>
            <Tag tone={tone}>{name}</Tag>
          </li>
        )
      })}
    </ul>
  )
}

function NeedLink({ need, children }: { need: Need; children: string }) {
  if (need.about === 'cohorts') {
    return (
      <Link to="/cohorts" search={{ attention: need.kind }} className="cw-rows__link">
        {children}
      </Link>
    )
  }
  return (
    <Link to="/enrolments" search={{ attention: need.kind }} className="cw-rows__link">
      {children}
    </Link>
  )
}
