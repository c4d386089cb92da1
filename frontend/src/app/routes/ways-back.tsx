import { Link, useNavigate } from '@tanstack/react-router'

/** For pages about a part of something: the way back to the whole, by a link, or with a sentence about what was done. */

export function BackToOrganisation({ organisationId }: { organisationId: string }) {
  return (
    <Link to="/organisations/$organisationId" params={{ organisationId }} className="nhsuk-back-link">
      Back to the organisation
    </Link>
  )
}

export function useReturnToOrganisation(organisationId: string) {
  const navigate = useNavigate()
  return (flash: string) =>
    navigate({ to: '/organisations/$organisationId', params: { organisationId }, state: { flash } })
}

export function BackToSetting({ settingId }: { settingId: string }) {
  return (
    <Link to="/settings/$settingId" params={{ settingId }} className="nhsuk-back-link">
      Back to the setting
    </Link>
  )
}

export function useReturnToSetting(settingId: string) {
  const navigate = useNavigate()
  return (flash: string) => navigate({ to: '/settings/$settingId', params: { settingId }, state: { flash } })
}

export function BackToProgramme({ programmeId }: { programmeId: string }) {
  return (
    <Link to="/programmes/$programmeId" params={{ programmeId }} className="nhsuk-back-link">
      Back to the programme
    </Link>
  )
}

export function useReturnToProgramme(programmeId: string) {
  const navigate = useNavigate()
  return (flash: string) => navigate({ to: '/programmes/$programmeId', params: { programmeId }, state: { flash } })
}
