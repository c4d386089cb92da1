import type { ReactNode } from 'react'

export type TimelineTone = 'health' | 'social-care' | 'either' | 'neutral'

export interface TimelineStep {
  name: string
  /** How long the step lasts; its share of the bar. */
  weeks: number
  tone: TimelineTone
  detail: ReactNode
}

/**
 * Steps one after another, to scale. The bar is drawn for the eye only:
 * the numbered list under it says the same in words.
 */
export function Timeline({ label, steps }: { label: string; steps: readonly TimelineStep[] }) {
  const started = firstWeeks(steps)
  return (
    <div className="cw-timeline">
      <div className="cw-timeline__bar" aria-hidden="true">
        {steps.map((step, index) => (
          <span
            key={`${started[index]} ${step.name}`}
            className={`cw-timeline__part cw-timeline__part--${step.tone}`}
            style={{ flexGrow: step.weeks }}
          >
            {index + 1}
          </span>
        ))}
      </div>
      <ol className="cw-timeline__steps" aria-label={label}>
        {steps.map((step, index) => (
          <li key={`${started[index]} ${step.name}`} className="cw-timeline__step">
            <span className={`cw-timeline__number cw-timeline__part--${step.tone}`} aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <strong>{step.name}</strong>
              <p>{weeksInWords(started[index] ?? 1, step.weeks)}</p>
              <p>{step.detail}</p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** The week in which each step begins, counted from 1. */
function firstWeeks(steps: readonly TimelineStep[]): number[] {
  let week = 1
  return steps.map((step) => {
    const first = week
    week += step.weeks
    return first
  })
}

function weeksInWords(first: number, weeks: number): string {
  return weeks === 1 ? `Week ${first}` : `Weeks ${first} to ${first + weeks - 1} (${weeks} weeks)`
}
