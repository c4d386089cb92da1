import { Outlet } from '@tanstack/react-router'
import { Announcer } from '@/app/shell/announcer'
import { Header } from '@/app/shell/header'
import { OfflineBanner } from '@/app/shell/offline-banner'
import { useFocusOnNavigation } from '@/app/shell/use-focus-on-navigation'

export function Shell() {
  useFocusOnNavigation()
  return (
    <>
      <a className="nhsuk-skip-link" href="#main">
        Skip to main content
      </a>
      <Announcer />
      <Header />
      <OfflineBanner />
      <div className="nhsuk-width-container cw-body">
        <main id="main" className="nhsuk-main-wrapper" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <footer className="cw-footer">
        <div className="nhsuk-width-container cw-footer__content">
          <p>
            <strong>Crossway</strong> helps partnerships run rotational apprenticeships across health and social care.
          </p>
          <p>An independent service, not operated or endorsed by the NHS.</p>
        </div>
      </footer>
    </>
  )
}
