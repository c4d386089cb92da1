import { useMutation } from '@tanstack/react-query'
import { api, queries } from '@/api/client'
import { problemOf } from '@/api/failure'
import { kindAndLevel } from '@/api/portfolio-words'
import type { CatalogueItem, QualificationRead } from '@/api/portfolio.gen'
import { useRefreshPortfolio } from '@/api/refresh'
import { Button } from '@/components/ui/button/button'
import { Card } from '@/components/ui/card/card'
import { failureWords } from '@/components/ui/query/failure'
import { Loaded } from '@/components/ui/query/loaded'
import { announce } from '@/lib/announcer'

/** Qualifications that are known already and that the partnership does not have yet. */
export function CatalogueOffer({ present }: { present: readonly QualificationRead[] }) {
  const query = queries.useQuery('get', '/api/portfolio/v1/catalogue')
  const codes = new Set(present.map(({ code }) => code))
  return (
    <Loaded query={query}>
      {({ items }) => {
        const offered = items.filter(({ code }) => !codes.has(code))
        if (offered.length === 0) return null
        return (
          <Card title="Ready to add">
            <ul className="cw-rows">
              {offered.map((item) => (
                <Offer key={item.code} item={item} />
              ))}
            </ul>
          </Card>
        )
      }}
    </Loaded>
  )
}

function Offer({ item }: { item: CatalogueItem }) {
  const refresh = useRefreshPortfolio()
  const add = useMutation({
    mutationFn: () =>
      api.POST('/api/portfolio/v1/catalogue/adoptions', {
        params: { header: { 'idempotency-key': crypto.randomUUID() } },
        body: { code: item.code },
      }),
    onSuccess: async () => {
      await refresh()
      announce(`${item.title} is added`)
    },
  })
  return (
    <li className="cw-rows__row">
      <div>
        <strong>{item.title}</strong>
        <p className="cw-rows__detail">
          {kindAndLevel(item)}, {item.label}
        </p>
        {add.isError && (
          <p className="nhsuk-error-message" role="alert">
            {problemOf(add.error)?.detail ?? failureWords(add.error).text}
          </p>
        )}
      </div>
      <Button
        variant="secondary"
        small
        aria-disabled={add.isPending || undefined}
        onClick={() => {
          if (!add.isPending) add.mutate()
        }}
      >
        Add <span className="nhsuk-u-visually-hidden">{item.title}</span>
      </Button>
    </li>
  )
}
