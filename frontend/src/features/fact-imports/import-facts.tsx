import { api } from '@/api/client'
import type { FactsImport } from '@/api/learners.gen'
import { useRefreshLearners } from '@/api/refresh'
import { SheetImport, type SheetRequest } from '@/components/domain/sheet-import'
import { ImportPreview } from '@/features/fact-imports/import-preview'

async function send(sheet: SheetRequest, dryRun: boolean): Promise<FactsImport> {
  const { data } = await api.POST('/api/learners/v1/planning-facts/import', {
    params: { query: { dry_run: dryRun } },
    ...sheet,
  })
  if (!data) throw new Error('an answer without content')
  return data
}

export function ImportFacts({ onTaken }: { onTaken: (told: FactsImport) => Promise<void> }) {
  const refresh = useRefreshLearners()
  return (
    <SheetImport
      preview={(sheet) => send(sheet, true)}
      take={async (sheet) => {
        const told = await send(sheet, false)
        await refresh()
        await onTaken(told)
      }}
      changes={({ changes, faulty_rows: faulty }) => (faulty > 0 ? 0 : changes)}
    >
      {(told) => <ImportPreview told={told} />}
    </SheetImport>
  )
}
