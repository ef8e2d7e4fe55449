import { FolderOpen } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { Button } from './button.tsx'

interface FileButtonProps {
  /** What the system offers first: `.json,application/json`. */
  accept?: string
  onFile: (file: File) => void
  children: ReactNode
}

/** Asks for a file; the same one can be chosen again. */
export function FileButton({ accept, onFile, children }: FileButtonProps) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={picker}
        type="file"
        {...(accept !== undefined && { accept })}
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onFile(file)
          event.target.value = ''
        }}
      />
      <Button small icon={FolderOpen} onClick={() => picker.current?.click()}>
        {children}
      </Button>
    </>
  )
}
