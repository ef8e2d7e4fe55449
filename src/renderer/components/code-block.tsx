import { CopyButton } from './copy-button.tsx'
import './code-block.css'

/** A text as a machine reads it, to look at and to copy. */
export function CodeBlock({ text, label }: { text: string; label: string }) {
  return (
    <div className="code-block">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <pre className="mono" tabIndex={0}>
        {text}
      </pre>
      <CopyButton text={text} label={label} />
    </div>
  )
}
