import { Link } from '@tanstack/react-router'
import { keysOf } from '@/lib/keys-of'

/** The parts in which a programme is edited. */
export const sectionNames = {
  facts: 'Facts, qualifications and hours',
  rotation: 'The rotation',
  learning: 'Learning days and reviews',
  rules: 'What sectors ask and offer',
  funding: 'Who pays for what',
}

export type ProgrammeSection = keyof typeof sectionNames

export function isSection(text: string): text is ProgrammeSection {
  return text in sectionNames
}

export function SectionLinks({ programmeId }: { programmeId: string }) {
  return (
    <ul className="nhsuk-list">
      {keysOf(sectionNames).map((section) => (
        <li key={section}>
          <Link to="/programmes/$programmeId/edit/$section" params={{ programmeId, section }}>
            {sectionNames[section]}
          </Link>
        </li>
      ))}
    </ul>
  )
}
