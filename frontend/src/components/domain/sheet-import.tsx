import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { problemOf } from '@/api/failure'
import { Button } from '@/components/ui/button/button'
import { Notice } from '@/components/ui/notice/notice'
import { failureWords } from '@/components/ui/query/failure'
import { counted } from '@/lib/numbers'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file as a request carries it: spread into the options of `api.POST`. */
export interface SheetRequest {
  headers: { 'Content-Type': string }
  body: string
  bodySerializer: () => ArrayBuffer
}

async function requestOf(file: File): Promise<SheetRequest> {
  const content = await file.arrayBuffer()
  return {
    headers: { 'Content-Type': file.name.toLowerCase().endsWith('.xlsx') ? xlsx : 'text/csv' },
    body: file.name,
    bodySerializer: () => content,
  }
}

interface SheetImportProps<Told> {
  preview: (sheet: SheetRequest) => Promise<Told>
  /** Does what was previewed, and goes on from there. */
  take: (sheet: SheetRequest, previewed: Told) => Promise<void>
  /** How many things the file changes; none where rows are at fault. */
  changes: (previewed: Told) => number
  children: (previewed: Told) => ReactNode
}

/** Shows what a file would change before anything is; all of it is taken, or nothing. */
export function SheetImport<Told>({ preview, take, changes, children }: SheetImportProps<Told>) {
  const [file, setFile] = useState<File>()
  const [missing, setMissing] = useState(false)
  const checking = useMutation({ mutationFn: async (chosen: File) => preview(await requestOf(chosen)) })
  const taking = useMutation({
    mutationFn: async ({ chosen, previewed }: { chosen: File; previewed: Told }) =>
      take(await requestOf(chosen), previewed),
  })
  const error = taking.error ?? checking.error
  const previewed = checking.data

  function choose(chosen: File | undefined) {
    setFile(chosen)
    setMissing(false)
    checking.reset()
    taking.reset()
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(!file)
    if (!file || checking.isPending) return
    taking.reset()
    checking.mutate(file)
  }

  return (
    <>
      <form onSubmit={submit} noValidate className="cw-form" aria-busy={checking.isPending}>
        <div className={`nhsuk-form-group${missing ? ' nhsuk-form-group--error' : ''}`}>
          <label className="nhsuk-label nhsuk-label--s" htmlFor="file">
            Your file
          </label>
          <div className="nhsuk-hint" id="file-hint">
            CSV or XLSX, at most 1 MB
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
        <Button type="submit" variant="secondary" aria-disabled={checking.isPending || undefined}>
          {checking.isPending ? 'Checking…' : 'Check the file'}
        </Button>
      </form>
      {error && (
        <Notice tone="attention" title="Nothing has been changed" focused>
          <p>{problemOf(error)?.detail ?? failureWords(error).text}</p>
        </Notice>
      )}
      {previewed && !taking.isError && (
        <>
          {children(previewed)}
          {file && changes(previewed) > 0 && (
            <Button
              aria-disabled={taking.isPending || undefined}
              onClick={() => !taking.isPending && taking.mutate({ chosen: file, previewed })}
            >
              {taking.isPending ? 'Saving…' : `Save ${counted(changes(previewed), 'change')}`}
            </Button>
          )}
        </>
      )}
    </>
  )
}
