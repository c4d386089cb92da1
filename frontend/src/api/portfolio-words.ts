import type { EvidencedIn, QualificationKind, VersionState } from '@/api/portfolio.gen'
import type { TagTone } from '@/components/ui/tag/tag'

/** What portfolio-api says about qualifications, in words for people. */

export const qualificationKindNames: Record<QualificationKind, string> = {
  diploma: 'Diploma',
  certificate_standards: 'Certificate for a set of standards',
  apprenticeship_standard: 'Knowledge, skills and behaviours',
}

export const versionStateNames: Record<VersionState, string> = {
  draft: 'Draft',
  published: 'Published',
  superseded: 'Superseded',
}

export const versionStateTones: Record<VersionState, TagTone> = {
  draft: 'attention',
  published: 'good',
  superseded: 'neutral',
}

export const evidencedInNames: Record<EvidencedIn, string> = {
  placement: 'In a placement',
  classroom: 'In the classroom',
  anywhere: 'Anywhere',
}

const unitNames: Record<QualificationKind, string> = {
  diploma: 'unit',
  certificate_standards: 'standard',
  apprenticeship_standard: 'group',
}

/** What the parts of a qualification of the kind are called: "unit", "standard". */
export function unitName(kind: QualificationKind): string {
  return unitNames[kind]
}

/** "Diploma, level 2" */
export function kindAndLevel({ kind, level }: { kind: QualificationKind; level: number | null }): string {
  const name = qualificationKindNames[kind]
  return level === null ? name : `${name}, level ${level}`
}
