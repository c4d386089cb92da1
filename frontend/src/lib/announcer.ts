/** Sentences for screen readers, spoken by the one polite live region of the shell. */
type Listener = (message: string) => void

let listener: Listener | undefined
let timer: ReturnType<typeof setTimeout> | undefined
const settleMs = 150

/** Says `message` once things have settled; a later message in that time replaces it. */
export function announce(message: string) {
  clearTimeout(timer)
  timer = setTimeout(() => listener?.(message), settleMs)
}

export function onAnnouncement(next: Listener) {
  listener = next
  return () => {
    listener = undefined
  }
}
