import type { ReactNode } from 'react'

interface SectionProps {
  id: string
  title: string
  children: ReactNode
}

export function SettingsSection({ id, title, children }: SectionProps) {
  return (
    <section className="settings-section" id={`settings-${id}`} tabIndex={-1} aria-labelledby={`settings-${id}-head`}>
      <h2 id={`settings-${id}-head`}>{title}</h2>
      <div className="card">{children}</div>
    </section>
  )
}

interface SettingProps {
  name: string
  help?: string
  children: ReactNode
}

/** A name and what it means on the left, the control on the right. */
export function Setting({ name, help, children }: SettingProps) {
  return (
    <div className="setting">
      <div className="setting-words">
        <div className="setting-name">{name}</div>
        {help && <div className="second small">{help}</div>}
      </div>
      <div className="setting-control">{children}</div>
    </div>
  )
}
