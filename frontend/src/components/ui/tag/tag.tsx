export type TagTone = 'neutral' | 'good' | 'info' | 'attention' | 'stopped'

/** A state in words; the colour only repeats what the words say. */
export function Tag({ tone = 'neutral', children }: { tone?: TagTone; children: string }) {
  return <strong className={`cw-tag cw-tag--${tone}`}>{children}</strong>
}
