import * as v from 'valibot'
import type { LearnerRead, LearnerUpdate, Sex } from '@/api/learners.gen'
import { ethnicities } from '@/components/domain/ethnicities'
import { RadiosField } from '@/components/ui/form/choice-fields'
import { DateField } from '@/components/ui/form/date-field'
import { optionalText, requiredDate, requiredText } from '@/components/ui/form/fields'
import { SelectField } from '@/components/ui/form/select-field'
import { TextField } from '@/components/ui/form/text-field'
import { isUln, temporaryUln } from '@/lib/uln'

const sexes = ['F', 'M'] as const satisfies readonly Sex[]

const wrongEmail = 'Enter an email address in the right form, like name@example.org'

/** The record of a person, field by field, as a form gives it. */
export const learnerEntries = {
  given_names: requiredText('Enter the given names', 100),
  family_name: requiredText('Enter the family name', 100),
  preferred_name: optionalText(100),
  date_of_birth: requiredDate('the date of birth'),
  sex: v.pipe(v.string(), v.picklist(sexes, 'Choose the sex as the funding return asks for it')),
  ethnicity: optionalText(2),
  uln: v.pipe(
    v.string(),
    v.transform((typed) => typed.replaceAll(' ', '')),
    v.nonEmpty('Enter the unique learner number'),
    v.check(isUln, `Check the number: its 10 digits do not fit together. Use ${temporaryUln} while there is none`),
  ),
  email: v.union([v.pipe(v.string(), v.literal('')), v.pipe(v.string(), v.email(wrongEmail))], wrongEmail),
  phone: optionalText(20),
  home_postcode: v.pipe(v.string(), v.transform(spacedPostcode)),
}

const schema = v.object(learnerEntries)
type LearnerValues = v.InferOutput<typeof schema>

export function toLearnerBody(values: LearnerValues) {
  return {
    given_names: values.given_names,
    family_name: values.family_name,
    preferred_name: values.preferred_name || null,
    date_of_birth: values.date_of_birth,
    sex: values.sex,
    ethnicity: ethnicities.find(({ code }) => String(code) === values.ethnicity)?.code ?? null,
    uln: values.uln,
    email: values.email || null,
    phone: values.phone || null,
    home_postcode: values.home_postcode || null,
  } satisfies LearnerUpdate
}

export function fromLearner(learner: LearnerRead): Record<keyof LearnerValues, string | null> {
  const { given_names, family_name, preferred_name, date_of_birth, sex, ethnicity, uln, email, phone, home_postcode } =
    learner
  return {
    given_names,
    family_name,
    preferred_name,
    date_of_birth,
    sex,
    ethnicity: ethnicity === null ? null : String(ethnicity),
    uln,
    email,
    phone,
    home_postcode,
  }
}

export function LearnerFields() {
  return (
    <>
      <TextField name="given_names" label="Given names" />
      <TextField name="family_name" label="Family name" />
      <TextField name="preferred_name" label="Known as (optional)" hint="When it differs from the given names." />
      <DateField name="date_of_birth" legend="Date of birth" hint="For example, 3 5 2007" />
      <RadiosField
        name="sex"
        legend="Sex"
        hint="As the funding return asks for it."
        options={[
          { value: 'F', label: 'Female' },
          { value: 'M', label: 'Male' },
        ]}
      />
      <SelectField
        name="ethnicity"
        label="Ethnicity (optional)"
        placeholder="Not asked yet"
        options={ethnicities.map(({ code, name }) => ({ value: String(code), label: name }))}
      />
      <TextField
        name="uln"
        label="Unique learner number (ULN)"
        hint={`10 digits. Use ${temporaryUln} while there is none; you will be reminded.`}
        inputMode="numeric"
        width={20}
        spellCheck={false}
      />
      <TextField name="email" label="Email address (optional)" type="email" spellCheck={false} />
      <TextField name="phone" label="Phone number (optional)" type="tel" width={20} />
      <TextField
        name="home_postcode"
        label="Home postcode (optional)"
        hint="For travel times."
        width={10}
        spellCheck={false}
      />
    </>
  )
}

/** "bn112dh" as "BN11 2DH" */
function spacedPostcode(typed: string): string {
  const letters = typed.toUpperCase().replaceAll(' ', '')
  return letters === '' ? '' : `${letters.slice(0, -3)} ${letters.slice(-3)}`
}
