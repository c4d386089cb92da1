import { type ReactNode, useEffect, useRef } from 'react'

interface NoticeProps {
  tone?: 'info' | 'good' | 'attention'
  title: string
  /** Takes the focus when it appears: for the outcome of what a person just did. */
  focused?: boolean
  children?: ReactNode
}

export function Notice({ tone = 'info', title, focused, children }: NoticeProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focused) box.current?.focus()
  }, [focused])
  return (
    <div
      ref={box}
      className={`cw-notice cw-notice--${tone}`}
      role={focused ? 'alert' : undefined}
      tabIndex={focused ? -1 : undefined}
    >
      <p className="cw-notice__title">{title}</p>
      {children}
    </div>
  )
}
