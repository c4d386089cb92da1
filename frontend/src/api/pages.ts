import { keepPreviousData } from '@tanstack/react-query'

interface PageOf<Item> {
  items: Item[]
  next_cursor: string | null
}

/** How a keyset list is read page by page; what was shown stays while another search is answered. */
export const byCursor = {
  pageParamName: 'cursor',
  // No cursor; left undefined, the query client would send 0.
  initialPageParam: null,
  getNextPageParam: (page: PageOf<unknown>) => page.next_cursor ?? undefined,
  placeholderData: keepPreviousData,
}

export function allItems<Item>(data: { pages: PageOf<Item>[] } | undefined): Item[] {
  return data?.pages.flatMap(({ items }) => items) ?? []
}
