import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useMaybeSession } from '@/api/session'
import { AccountMenu } from '@/app/shell/account-menu'
import { Navigation } from '@/app/shell/navigation'
import { PartnershipMenu } from '@/app/shell/partnership-menu'

export function Header() {
  const session = useMaybeSession()
  const pathname = useLocation({ select: (location) => location.pathname })
  // Opened on one page, the menu is closed again on the next, and on the same when its link is followed.
  const [openAt, setOpenAt] = useState<string>()
  const open = openAt === pathname

  return (
    <header className={`cw-header${open ? ' cw-header--open' : ''}`}>
      <div className="nhsuk-width-container cw-header__bar">
        <Link to="/" className="cw-wordmark">
          <img src="/icon.svg" alt="" width="36" height="36" className="cw-wordmark__icon" />
          Crossway
        </Link>
        {session && (
          <>
            <button
              type="button"
              className="cw-header__toggle"
              aria-expanded={open}
              aria-controls="header-menus header-navigation"
              onClick={() => setOpenAt(open ? undefined : pathname)}
            >
              {open ? 'Close' : 'Menu'}
            </button>
            <div className="cw-header__menus" id="header-menus">
              <PartnershipMenu session={session} />
              <AccountMenu session={session} />
            </div>
          </>
        )}
      </div>
      {session?.membership && (
        <div className="cw-header__navigation" id="header-navigation">
          <Navigation session={session} onFollow={() => setOpenAt(undefined)} />
        </div>
      )}
    </header>
  )
}
