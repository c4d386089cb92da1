import { settingKindOptions } from '@/api/host-words'
import { optionsOf, sectorNames } from '@/api/words'
import { CheckboxesField, RadiosField } from '@/components/ui/form/choice-fields'
import { rowField } from '@/components/ui/form/row-values'
import { RowsField, type useRows } from '@/components/ui/form/rows'
import { SelectField } from '@/components/ui/form/select-field'
import { TextField } from '@/components/ui/form/text-field'
import { TextareaField } from '@/components/ui/form/textarea-field'
import { blockKindNames, frequencyNames, locationNames, vaccinationNames } from '@/features/programmes/programme-values'
import { orderingSentences, stageNames, weekdays } from '@/features/programmes/words'

/** The fields of each part of a programme. */

type Rows = ReturnType<typeof useRows>

export function FactsFields({ qualifications }: { qualifications: Rows }) {
  return (
    <>
      <TextField name="name" label="Name" autoComplete="off" />
      <TextareaField name="summary" label="Summary" hint="What apprentices do, in a sentence or two" rows={3} />
      <SelectField
        name="stage_of_integration"
        label="Stage of integration"
        placeholder="Choose the stage"
        options={optionsOf(stageNames)}
      />
      <SelectField
        name="pathway"
        label="Pathway"
        hint="The sector whose framework or standard apprentices follow"
        placeholder="Choose the pathway"
        options={optionsOf(sectorNames)}
      />
      <h2 className="cw-form__heading">Qualifications</h2>
      <RowsField what="Qualification" atLeast={1} {...qualifications}>
        {(row) => (
          <>
            <TextField name={rowField('qualifications', row, 'title')} label="Title" />
            <TextField
              name={rowField('qualifications', row, 'level')}
              label="Level (optional)"
              hint="Left empty for awards without one, such as the Care Certificate"
              width={5}
              inputMode="numeric"
            />
          </>
        )}
      </RowsField>
      <TextField
        name="standard.reference"
        label="Reference of the apprenticeship standard (optional)"
        hint="Such as ST0005"
        width={10}
        spellCheck={false}
      />
      <TextField name="standard.title" label="Title of the standard (optional)" />
      <TextField name="standard.level" label="Level of the standard (optional)" width={5} inputMode="numeric" />
      <h2 className="cw-form__heading">Hours and pay</h2>
      <TextField name="weekly_hours" label="Weekly hours" width={5} inputMode="decimal" />
      <TextField name="weekly_learning_hours" label="Hours of learning within them" width={5} inputMode="decimal" />
      <TextField name="hourly_pay" label="Hourly pay in pounds (optional)" width={5} inputMode="decimal" />
      <TextareaField name="pay_note" label="Note about pay (optional)" rows={2} />
      <TextareaField name="induction" label="Induction (optional)" rows={3} />
    </>
  )
}

export function RotationFields({ blocks }: { blocks: Rows }) {
  return (
    <>
      <RadiosField name="ordering" legend="In which order" options={optionsOf(orderingSentences)} />
      <RowsField what="Block" ordered atLeast={1} {...blocks}>
        {(row) => (
          <>
            <TextField name={rowField('blocks', row, 'name')} label="Name" />
            <SelectField name={rowField('blocks', row, 'kind')} label="Kind" options={optionsOf(blockKindNames)} />
            <TextField
              name={rowField('blocks', row, 'length_weeks')}
              label="Length in weeks"
              width={5}
              inputMode="numeric"
            />
            <SelectField name={rowField('blocks', row, 'location')} label="Where" options={optionsOf(locationNames)} />
            <SelectField
              name={rowField('blocks', row, 'sector')}
              label="Sector"
              placeholder="Any sector"
              options={optionsOf(sectorNames)}
            />
            <CheckboxesField
              name={rowField('blocks', row, 'setting_kinds')}
              legend="Kinds of setting (optional)"
              hint="Any of these will do. With none, every kind does."
              options={settingKindOptions}
            />
          </>
        )}
      </RowsField>
    </>
  )
}

export function LearningFields({ days }: { days: Rows }) {
  return (
    <>
      <RowsField what="Learning day" {...days}>
        {(row) => (
          <>
            <TextField name={rowField('learning_days', row, 'text')} label="What it is" hint="Such as college day" />
            <SelectField
              name={rowField('learning_days', row, 'frequency')}
              label="How often"
              options={optionsOf(frequencyNames)}
            />
            <TextField
              name={rowField('learning_days', row, 'days')}
              label="Days each time"
              width={5}
              inputMode="numeric"
            />
            <SelectField
              name={rowField('learning_days', row, 'weekday')}
              label="Day of the week"
              placeholder="No fixed day"
              options={weekdays.slice(1).map((label, index) => ({ value: String(index + 1), label }))}
            />
            <SelectField
              name={rowField('learning_days', row, 'sector')}
              label="In which placements"
              placeholder="In all"
              options={optionsOf(sectorNames)}
            />
          </>
        )}
      </RowsField>
      <h2 className="cw-form__heading">Reviews</h2>
      <TextField
        name="review_days"
        label="Days after a placement started (optional)"
        hint="Separated by commas, like 14, 42"
        width={20}
      />
      <TextField name="then_every_months" label="Then every so many months (optional)" width={5} inputMode="numeric" />
      <TextareaField name="review_note" label="Note about reviews (optional)" rows={2} />
    </>
  )
}

export function RulesFields({ rules, gaps, requirements }: { rules: Rows; gaps: Rows; requirements: Rows }) {
  return (
    <>
      <h2 className="cw-form__heading">What each sector asks</h2>
      <RowsField what="Sector" {...rules}>
        {(row) => (
          <>
            <SelectField
              name={rowField('sector_rules', row, 'sector')}
              label="Sector"
              options={optionsOf(sectorNames)}
            />
            <TextField
              name={rowField('sector_rules', row, 'minimum_age')}
              label="Minimum age"
              width={5}
              inputMode="numeric"
            />
            <SelectField
              name={rowField('sector_rules', row, 'vaccination')}
              label="Vaccination"
              options={optionsOf(vaccinationNames)}
            />
            <TextareaField
              name={rowField('sector_rules', row, 'working_pattern')}
              label="Working pattern"
              hint="Such as 12-hour shifts, four on and four off"
              rows={2}
            />
          </>
        )}
      </RowsField>
      <h2 className="cw-form__heading">Where evidence is hard to come by</h2>
      <RowsField what="Gap" {...gaps}>
        {(row) => (
          <>
            <SelectField
              name={rowField('evidence_gaps', row, 'setting_kind')}
              label="Kind of setting"
              options={settingKindOptions}
            />
            <TextareaField
              name={rowField('evidence_gaps', row, 'activities')}
              label="What cannot be evidenced there"
              hint="One on each line"
              rows={3}
            />
          </>
        )}
      </RowsField>
      <h2 className="cw-form__heading">What apprentices and hosts need</h2>
      <RowsField what="Need" {...requirements}>
        {(row) => <TextareaField name={rowField('requirements', row, 'text')} label="What is needed" rows={2} />}
      </RowsField>
    </>
  )
}

export function FundingFields({ lines }: { lines: Rows }) {
  return (
    <RowsField what="Funding line" {...lines}>
      {(row) => (
        <>
          <TextField name={rowField('funding_lines', row, 'payer')} label="Who pays" />
          <TextField name={rowField('funding_lines', row, 'purpose')} label="For what" />
          <TextField
            name={rowField('funding_lines', row, 'amount')}
            label="Amount in pounds (optional)"
            width={10}
            inputMode="decimal"
          />
          <CheckboxesField
            name={rowField('funding_lines', row, 'per_apprentice')}
            legend="How it is paid"
            options={[{ value: 'yes', label: 'For each apprentice' }]}
          />
        </>
      )}
    </RowsField>
  )
}
