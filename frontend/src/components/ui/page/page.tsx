import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice/notice'
import { useFlash } from '@/lib/flash'
import { usePageTitle } from '@/lib/use-page-title'

interface PageProps {
  title: string
  /** The document's name where it should say more than the heading. */
  documentTitle?: string
  /** A way back: breadcrumbs or a back link. */
  back?: ReactNode
  /** A short line above the heading that says what kind of thing this is. */
  kicker?: string
  lead?: ReactNode
  /** Tags beside the heading. */
  status?: ReactNode
  actions?: ReactNode
  /** Forms and texts read better in a narrow column. */
  narrow?: boolean
  children: ReactNode
}

export function Page({ title, documentTitle, back, kicker, lead, status, actions, narrow, children }: PageProps) {
  usePageTitle(documentTitle ?? title)
  const flash = useFlash()
  return (
    <div className={`cw-page${narrow ? ' cw-page--narrow' : ''}`}>
      {flash && <Notice tone="good" title={flash} />}
      {back}
      <div className="cw-page__head">
        <div className="cw-page__heading">
          <h1 className="cw-page__title">
            {kicker && <span className="cw-page__kicker">{kicker}</span>} {title}
          </h1>
          {status && <div className="cw-page__status">{status}</div>}
          {lead && <div className="cw-page__lead">{lead}</div>}
        </div>
        {actions && <div className="cw-page__actions">{actions}</div>}
      </div>
      {children}
    </div>
  )
}
