import { useSyncExternalStore } from 'react'

/**
 * Whether Crossway answers, judged by requests that were really made.
 * `navigator.onLine` stays true behind a dead network, so its events only hint when to look again.
 */
type Listener = () => void

const firstPauseMs = 2_000
const longestPauseMs = 30_000
const probeAddress = '/api/identity/v1/session'

let reachable = true
let timer: ReturnType<typeof setTimeout> | undefined
let pauseMs = firstPauseMs
const listeners = new Set<Listener>()

function set(value: boolean) {
  if (reachable === value) return
  reachable = value
  for (const listener of listeners) listener()
}

async function probe() {
  try {
    await fetch(probeAddress, { cache: 'no-store' })
    noteAnswer()
  } catch {
    set(false)
    pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    timer = setTimeout(() => void probe(), pauseMs)
  }
}

export function noteAnswer() {
  clearTimeout(timer)
  timer = undefined
  pauseMs = firstPauseMs
  set(true)
}

export function noteNoAnswer() {
  set(false)
  timer ??= setTimeout(() => void probe(), pauseMs)
}

/** Looks at once, when a person asks or the browser says that the network changed. */
export function lookAgain() {
  clearTimeout(timer)
  timer = undefined
  pauseMs = firstPauseMs
  void probe()
}

export function isReachable() {
  return reachable
}

export function subscribeToConnection(listener: Listener) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export function useReachable() {
  return useSyncExternalStore(subscribeToConnection, isReachable)
}

window.addEventListener('online', () => {
  if (!reachable) lookAgain()
})
window.addEventListener('offline', lookAgain)
