import { useLocation } from '@tanstack/react-router'

declare module '@tanstack/history' {
  interface HistoryState {
    /** Says on the next page what was just done. */
    flash?: string
  }
}

export function useFlash(): string | undefined {
  return useLocation({ select: ({ state }) => state.flash })
}
