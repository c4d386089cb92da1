import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, queries } from '@/api/client'
import { hasStatus } from '@/api/failure'
import type { SettingRead } from '@/api/placements.gen'
import { useRefreshHosts } from '@/api/refresh'
import { positionPointers } from '@/components/domain/position'
import { ChangedMeanwhile, useSeenVersion } from '@/components/domain/seen-version'
import { SubmitButton } from '@/components/ui/button/button'
import { Form } from '@/components/ui/form/form'
import { rowPointers } from '@/components/ui/form/row-values'
import { useRows } from '@/components/ui/form/rows'
import { SettingFields } from '@/features/host-settings/setting-fields'
import { initialOf, initialOfNew, settingSchema, toSetting } from '@/features/host-settings/setting-values'

interface AddSettingFormProps {
  organisationId: string
  onAdded: (setting: SettingRead) => Promise<void>
}

export function AddSettingForm({ organisationId, onAdded }: AddSettingFormProps) {
  const refresh = useRefreshHosts()
  const evidence = useRows(0)
  const mentors = useRows(1)
  return (
    <Form
      id={`setting of ${organisationId}`}
      schema={settingSchema}
      initial={initialOfNew}
      pointers={pointersFor(evidence.rows, mentors.rows)}
      onSubmit={async (values, key) => {
        const { data } = await api.POST('/api/placements/v1/settings', {
          params: { header: { 'idempotency-key': key } },
          body: { ...toSetting(values), organisation_id: organisationId },
        })
        await refresh()
        if (data) await onAdded(data)
      }}
    >
      <SettingFields shiftKind="fixed_week" evidence={evidence} mentors={mentors} />
      <SubmitButton busyText="Adding…">Add the setting</SubmitButton>
    </Form>
  )
}

interface EditSettingFormProps {
  setting: SettingRead
  onSaved: () => Promise<void>
}

export function EditSettingForm({ setting, onSaved }: EditSettingFormProps) {
  const queryClient = useQueryClient()
  const refresh = useRefreshHosts()
  const [opened] = useState(setting)
  const evidence = useRows(opened.evidence.length)
  const mentors = useRows(opened.mentors?.length ?? 0)
  const path = { setting_id: setting.id }
  const { seen, changedMeanwhile, save } = useSeenVersion(opened, () =>
    queryClient.fetchQuery({
      ...queries.queryOptions('get', '/api/placements/v1/settings/{setting_id}', { params: { path } }),
      staleTime: 0,
    }),
  )
  return (
    <>
      {changedMeanwhile && <ChangedMeanwhile version={seen.version} what="This setting" />}
      <Form
        id={`setting ${setting.id}`}
        schema={settingSchema}
        initial={initialOf(opened)}
        pointers={pointersFor(evidence.rows, mentors.rows)}
        onFailure={(error) => hasStatus(error, 412)}
        onSubmit={async (values) => {
          await save((header) =>
            api.PUT('/api/placements/v1/settings/{setting_id}', {
              params: { path, header },
              body: toSetting(values, seen),
            }),
          )
          await refresh()
          await onSaved()
        }}
      >
        <SettingFields shiftKind={opened.shift_pattern.kind} evidence={evidence} mentors={mentors} />
        <SubmitButton>Save the setting</SubmitButton>
      </Form>
    </>
  )
}

function pointersFor(evidence: readonly number[], mentors: readonly number[]): Record<string, string> {
  return {
    ...rowPointers('evidence', evidence, ['qualification', 'criteria']),
    ...rowPointers('mentors', mentors, ['name', 'email', 'apprentices_at_once']),
    ...positionPointers('position'),
    '/contact/name': 'contact_name',
    '/contact/role': 'contact_role',
    '/contact/telephone': 'contact_telephone',
    '/shift_pattern': 'shift_pattern.kind',
  }
}
