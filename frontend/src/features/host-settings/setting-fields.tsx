import { clearanceNames, settingAdjustmentNames, settingKindOptions } from '@/api/host-words'
import { optionsOf, sectorNames } from '@/api/words'
import { PositionFields } from '@/components/domain/position-fields'
import { CheckboxesField, RadiosField } from '@/components/ui/form/choice-fields'
import { rowField } from '@/components/ui/form/row-values'
import { RowsField, type useRows } from '@/components/ui/form/rows'
import { SelectField } from '@/components/ui/form/select-field'
import { TextField } from '@/components/ui/form/text-field'
import { TextareaField } from '@/components/ui/form/textarea-field'
import { ShiftFields } from '@/features/host-settings/shift-fields'

type Rows = ReturnType<typeof useRows>

interface SettingFieldsProps {
  shiftKind: string
  evidence: Rows
  mentors: Rows
}

export function SettingFields({ shiftKind, evidence, mentors }: SettingFieldsProps) {
  return (
    <>
      <TextField name="name" label="Name" />
      <SelectField name="kind" label="Kind" placeholder="Choose the kind of setting" options={settingKindOptions} />
      <RadiosField name="sector" legend="Sector" options={optionsOf(sectorNames)} />
      <TextField name="postcode" label="Postcode" width={10} autoComplete="off" />
      <PositionFields of="the setting" hint="Journeys are estimated from it, so change it when the postcode changes." />
      <h2 className="cw-form__heading">Shifts</h2>
      <ShiftFields kind={shiftKind} />
      <h2 className="cw-form__heading">What it asks for</h2>
      <TextField name="minimum_age" label="Minimum age on the first day" width={5} inputMode="numeric" />
      <CheckboxesField name="clearances" legend="Clearances" options={optionsOf(clearanceNames)} />
      <TextField name="vaccinations" label="Vaccinations (optional)" hint="Separated by commas" />
      <CheckboxesField
        name="adjustments"
        legend="Adjustments it can make (optional)"
        hint="For people who need them. Whether hours are fixed or at night follows from the shifts."
        options={optionsOf(settingAdjustmentNames)}
      />
      <CheckboxesField
        name="circumstances"
        legend="Circumstances"
        options={[
          { value: 'lone_working', label: 'Apprentices work alone at times' },
          { value: 'independent_travel', label: 'Apprentices travel between visits by themselves' },
        ]}
      />
      <TextareaField name="permitted_tasks" label="Tasks allowed (optional)" hint="One on each line" />
      <h2 className="cw-form__heading">What can be evidenced</h2>
      <RowsField what="Qualification" {...evidence}>
        {(row) => (
          <>
            <TextField
              name={rowField('evidence', row, 'qualification')}
              label="Code of the qualification"
              hint="Such as care_certificate"
              spellCheck={false}
            />
            <TextField
              name={rowField('evidence', row, 'criteria')}
              label="Numbers of its criteria"
              hint="Separated by commas, like 8.3, 13.3"
            />
          </>
        )}
      </RowsField>
      <h2 className="cw-form__heading">People</h2>
      <RowsField what="Mentor" {...mentors}>
        {(row) => (
          <>
            <TextField name={rowField('mentors', row, 'name')} label="Name" autoComplete="off" />
            <TextField name={rowField('mentors', row, 'email')} label="Email address (optional)" spellCheck={false} />
            <TextField
              name={rowField('mentors', row, 'apprentices_at_once')}
              label="Apprentices at once"
              width={5}
              inputMode="numeric"
            />
          </>
        )}
      </RowsField>
      <TextField name="contact_name" label="Contact (optional)" autoComplete="off" />
      <TextField name="contact_role" label="Role of the contact (optional)" />
      <TextField name="contact_telephone" label="Telephone of the contact (optional)" autoComplete="off" />
    </>
  )
}
