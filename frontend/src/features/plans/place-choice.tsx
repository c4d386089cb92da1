import { settingKindNames } from '@/api/words'
import type { OptionRead } from '@/api/placements.gen'
import { type BoardIndex, type PlaceKey, placeKey, placeName } from '@/features/plans/board-layout'
import { optionFacts } from '@/features/plans/plan-words'
import { inOrder } from '@/features/plans/use-carry'
import { keysOf } from '@/lib/keys-of'

interface PlaceChoiceProps {
  options: readonly OptionRead[]
  index: BoardIndex
  /** Where the person is: no choice. */
  now: PlaceKey
  chosen: PlaceKey | undefined
  onChoose: (place: PlaceKey) => void
}

/** Where somebody could be in a block: open places first, then the closed ones with what speaks against them. */
export function PlaceChoice({ options, index, now, chosen, onChoose }: PlaceChoiceProps) {
  const others = inOrder(options).filter((option) => placeKey(option) !== now)
  const allowed = others.filter((option) => option.allowed)
  const refused = others.filter((option) => !option.allowed)
  const choice = (option: OptionRead) => {
    const key = placeKey(option)
    return (
      <PlaceItem
        key={key}
        id={`place-${key}`}
        label={placeName(index, option)}
        hint={[kindOf(index, option), optionFacts(option), option.sentence].filter(Boolean).join('. ')}
        checked={chosen === key}
        onChoose={() => onChoose(key)}
      />
    )
  }
  return (
    <>
      <fieldset className="nhsuk-fieldset cw-places">
        <legend className="cw-dialog__subtitle">Places that are open</legend>
        {allowed.length === 0 && <p className="cw-muted">No other place keeps every rule in this block.</p>}
        <div className="nhsuk-radios">
          {allowed.map(choice)}
          {now !== 'nowhere' && (
            <PlaceItem
              id="place-nowhere"
              label="Without a place for now"
              hint="Planning finds one."
              checked={chosen === 'nowhere'}
              onChoose={() => onChoose('nowhere')}
            />
          )}
        </div>
      </fieldset>
      {refused.length > 0 && (
        <details
          className="cw-places__refused"
          open={refused.some((option) => placeKey(option) === chosen) || undefined}
        >
          <summary>Places that would break a rule ({refused.length})</summary>
          <fieldset className="nhsuk-fieldset cw-places">
            <legend className="nhsuk-u-visually-hidden">Places that would break a rule</legend>
            <div className="nhsuk-radios">{refused.map(choice)}</div>
          </fieldset>
        </details>
      )}
    </>
  )
}

interface PlaceItemProps {
  id: string
  label: string
  hint: string
  checked: boolean
  onChoose: () => void
}

function PlaceItem({ id, label, hint, checked, onChoose }: PlaceItemProps) {
  return (
    <div className="nhsuk-radios__item">
      <input
        type="radio"
        className="nhsuk-radios__input"
        id={id}
        name="place"
        checked={checked}
        onChange={onChoose}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label className="nhsuk-label nhsuk-radios__label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className="nhsuk-hint nhsuk-radios__hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  )
}

function kindOf(index: BoardIndex, { setting_id }: OptionRead): string | undefined {
  const setting = index.settings.get(setting_id ?? '')
  const kind = keysOf(settingKindNames).find((known) => known === setting?.kind)
  return setting && kind && `${setting.organisation_name}, ${settingKindNames[kind]}`
}
