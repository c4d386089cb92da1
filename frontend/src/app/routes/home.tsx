import { useSession } from '@/api/session'
import { Page } from '@/components/ui/page/page'

export function HomePage() {
  const { account } = useSession()
  return (
    <Page title={`Hello, ${account.display_name}`} documentTitle="Home">
      <p>Welcome.</p>
    </Page>
  )
}
