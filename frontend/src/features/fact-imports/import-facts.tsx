import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '@/api/client'
import type { FactsImport } from '@/api/learners.gen'
import { useRefreshLearners } from '@/api/refresh'
import { problemOf } from '@/api/failure'
import { Button } from '@/components/ui/button/button'
import { Notice } from '@/components/ui/notice/notice'
import { failureWords } from '@/components/ui/query/failure'
import { ImportPreview } from '@/features/fact-imports/import-preview'
import { counted } from '@/lib/numbers'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function send(file: File, dryRun: boolean): Promise<FactsImport> {
  const content = await file.arrayBuffer()
  const { data } = await api.POST('/api/learners/v1/planning-facts/import', {
    params: { query: { dry_run: dryRun } },
    headers: { 'Content-Type': file.name.toLowerCase().endsWith('.xlsx') ? xlsx : 'text/csv' },
    body: file.name,
    bodySerializer: () => content,
  })
  if (!data) throw new Error('an answer without content')
  return data
}

/** Shows what a file would change before anything is; all of it is taken, or nothing. */
export function ImportFacts({ onTaken }: { onTaken: (told: FactsImport) => Promise<void> }) {
  const refresh = useRefreshLearners()
  const [file, setFile] = useState<File>()
  const [missing, setMissing] = useState(false)
  const check = useMutation({ mutationFn: (chosen: File) => send(chosen, true) })
  const take = useMutation({
    mutationFn: (chosen: File) => send(chosen, false),
    onSuccess: async (told) => {
      await refresh()
      await onTaken(told)
    },
  })
  const error = take.error ?? check.error
  const preview = check.data

  function choose(chosen: File | undefined) {
    setFile(chosen)
    setMissing(false)
    check.reset()
    take.reset()
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(!file)
    if (file && !check.isPending) check.mutate(file)
  }

  return (
    <>
      <form onSubmit={submit} noValidate className="cw-form" aria-busy={check.isPending}>
        <div className={`nhsuk-form-group${missing ? ' nhsuk-form-group--error' : ''}`}>
          <label className="nhsuk-label nhsuk-label--s" htmlFor="file">
            Your file
          </label>
          <div className="nhsuk-hint" id="file-hint">
            CSV or XLSX, at most 1 MB. Cells that are left empty change nothing.
          </div>
          {missing && (
            <p className="nhsuk-error-message" id="file-error" role="alert">
              Choose a file
            </p>
          )}
          <input
            id="file"
            type="file"
            accept={`.csv,.xlsx,text/csv,${xlsx}`}
            aria-describedby={missing ? 'file-hint file-error' : 'file-hint'}
            aria-invalid={missing || undefined}
            onChange={(event) => choose(event.target.files?.[0])}
          />
        </div>
        <Button type="submit" variant="secondary" aria-disabled={check.isPending || undefined}>
          {check.isPending ? 'Checking…' : 'Check the file'}
        </Button>
      </form>
      {error && (
        <Notice tone="attention" title="Nothing has been changed" focused>
          <p>{problemOf(error)?.detail ?? failureWords(error).text}</p>
        </Notice>
      )}
      {preview && (
        <>
          <ImportPreview told={preview} />
          {file && preview.faulty_rows === 0 && preview.changes > 0 && (
            <Button aria-disabled={take.isPending || undefined} onClick={() => !take.isPending && take.mutate(file)}>
              {take.isPending ? 'Saving…' : `Save ${counted(preview.changes, 'change')}`}
            </Button>
          )}
        </>
      )}
    </>
  )
}
