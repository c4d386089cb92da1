import type { OrganisationRead } from '@/api/placements.gen'

interface ChoiceProps {
  organisations: readonly OrganisationRead[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Which organisations stand side by side; it acts as one chooses. */
export function Choice({ organisations, chosen, onChange }: ChoiceProps) {
  return (
    <fieldset className="nhsuk-fieldset cw-choice">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">Organisations to compare</legend>
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
        {organisations.map(({ id, name }) => (
          <div className="nhsuk-checkboxes__item" key={id}>
            <input
              type="checkbox"
              className="nhsuk-checkboxes__input"
              id={`compare-${id}`}
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            />
            <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`compare-${id}`}>
              {name}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
