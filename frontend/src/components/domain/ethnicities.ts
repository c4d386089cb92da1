import type { Ethnicity } from '@/api/learners.gen'

/** Source: ILR specification, field Ethnicity. In the order in which the form lists them. */
export const ethnicities: readonly { code: Ethnicity; name: string }[] = [
  { code: 31, name: 'White: English, Welsh, Scottish, Northern Irish or British' },
  { code: 32, name: 'White: Irish' },
  { code: 33, name: 'White: Gypsy or Irish Traveller' },
  { code: 34, name: 'White: any other background' },
  { code: 35, name: 'Mixed: White and Black Caribbean' },
  { code: 36, name: 'Mixed: White and Black African' },
  { code: 37, name: 'Mixed: White and Asian' },
  { code: 38, name: 'Mixed: any other background' },
  { code: 39, name: 'Asian or Asian British: Indian' },
  { code: 40, name: 'Asian or Asian British: Pakistani' },
  { code: 41, name: 'Asian or Asian British: Bangladeshi' },
  { code: 42, name: 'Asian or Asian British: Chinese' },
  { code: 43, name: 'Asian or Asian British: any other background' },
  { code: 44, name: 'Black or Black British: African' },
  { code: 45, name: 'Black or Black British: Caribbean' },
  { code: 46, name: 'Black or Black British: any other background' },
  { code: 47, name: 'Arab' },
  { code: 98, name: 'Any other ethnic group' },
  { code: 99, name: 'Not provided' },
]
