/**
 * What stood in open forms when a sign-in ended, kept in memory only until the same person is back.
 * Nothing is written to the device: it may be a shared one.
 */
export type DraftValues = Record<string, string[]>

const openForms = new Map<string, () => DraftValues>()
const held = new Map<string, DraftValues>()
let owner: string | undefined

export function registerForm(id: string, read: () => DraftValues) {
  openForms.set(id, read)
  return () => {
    openForms.delete(id)
  }
}

export function holdOpenForms(accountId: string) {
  owner = accountId
  for (const [id, read] of openForms) held.set(id, read())
}

export function heldDraft(id: string): DraftValues | undefined {
  return held.get(id)
}

export function dropDraft(id: string) {
  held.delete(id)
}

export function dropDraftsOfOthers(accountId: string) {
  if (owner !== accountId) held.clear()
}
