import type { ReactNode } from 'react'
import { useField } from '@/components/ui/form/form-context'
import { Fieldset } from '@/components/ui/form/form-group'
import type { Option } from '@/components/ui/form/select-field'

interface ChoiceProps {
  name: string
  legend: string
  hint?: ReactNode
  options: readonly Option[]
}

/** The first choice carries the field's own name as its id: there the error summary leads. */
function choiceId(name: string, index: number) {
  return index === 0 ? name : `${name}-${index + 1}`
}

export function RadiosField({
  name,
  legend,
  hint,
  options,
  onChange,
}: ChoiceProps & { onChange?: (value: string) => void }) {
  const { error, value } = useField(name)
  return (
    <Fieldset name={name} legend={legend} hint={hint} error={error}>
      <div className="nhsuk-radios">
        {options.map((option, index) => (
          <div className="nhsuk-radios__item" key={option.value}>
            <input
              type="radio"
              className="nhsuk-radios__input"
              id={choiceId(name, index)}
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
              onChange={() => onChange?.(option.value)}
              aria-describedby={option.hint ? `${choiceId(name, index)}-item-hint` : undefined}
            />
            <ChoiceLabel kind="radios" id={choiceId(name, index)} option={option} />
          </div>
        ))}
      </div>
    </Fieldset>
  )
}

export function CheckboxesField({ name, legend, hint, options }: ChoiceProps) {
  const { error, values } = useField(name)
  return (
    <Fieldset name={name} legend={legend} hint={hint} error={error}>
      <div className="nhsuk-checkboxes" data-many={name}>
        {options.map((option, index) => (
          <div className="nhsuk-checkboxes__item" key={option.value}>
            <input
              type="checkbox"
              className="nhsuk-checkboxes__input"
              id={choiceId(name, index)}
              name={name}
              value={option.value}
              defaultChecked={values.includes(option.value)}
              aria-describedby={option.hint ? `${choiceId(name, index)}-item-hint` : undefined}
            />
            <ChoiceLabel kind="checkboxes" id={choiceId(name, index)} option={option} />
          </div>
        ))}
      </div>
    </Fieldset>
  )
}

function ChoiceLabel({ kind, id, option }: { kind: 'radios' | 'checkboxes'; id: string; option: Option }) {
  return (
    <>
      <label className={`nhsuk-label nhsuk-${kind}__label`} htmlFor={id}>
        {option.label}
      </label>
      {option.hint && (
        <div className={`nhsuk-hint nhsuk-${kind}__hint`} id={`${id}-item-hint`}>
          {option.hint}
        </div>
      )}
    </>
  )
}
