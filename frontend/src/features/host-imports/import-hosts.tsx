import { api } from '@/api/client'
import type { ImportedTable, TableImport } from '@/api/placements.gen'
import { useRefreshHosts } from '@/api/refresh'
import { SheetImport, type SheetRequest } from '@/components/domain/sheet-import'
import { ImportPreview } from '@/features/host-imports/import-preview'

const address = '/api/placements/v1/imports/{table}'

async function send(table: ImportedTable, sheet: SheetRequest, query: { dry_run?: boolean; seen?: string }) {
  const { data } = await api.POST(address, { params: { path: { table }, query }, ...sheet })
  if (!data) throw new Error('an answer without content')
  return data
}

function changesOf({ counts }: TableImport): number {
  return counts.wrong > 0 ? 0 : counts.new + counts.changed + counts.removed
}

interface ImportHostsProps {
  table: ImportedTable
  onTaken: (changes: number) => Promise<void>
}

export function ImportHosts({ table, onTaken }: ImportHostsProps) {
  const refresh = useRefreshHosts()
  return (
    <SheetImport
      key={table}
      preview={(sheet) => send(table, sheet, { dry_run: true })}
      take={async (sheet, { digest }) => {
        const told = await send(table, sheet, { seen: digest })
        await refresh()
        await onTaken(changesOf(told))
      }}
      changes={changesOf}
    >
      {(told) => <ImportPreview told={told} />}
    </SheetImport>
  )
}
