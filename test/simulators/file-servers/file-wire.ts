/**
 * What happens to one act at a server of files. `lost-request`: the connection drops before. `lost-answer`: done, then it drops. `half`: half
 * of the bytes travel, then it drops. `silent`: done, and no answer. `full`, `closed`, `refused`: not done, and said so (no room, no right,
 * no reason).
 */
export type FileTrouble = 'lost-request' | 'lost-answer' | 'half' | 'silent' | 'full' | 'closed' | 'refused'

export interface FileAct {
  /** `reads` changes nothing there. */
  readonly kind: 'reads' | 'writes'
  /** In the words of the protocol, lower case: `rename`, `stor`. */
  readonly name: string
  readonly path: string
}

export interface FileWire {
  readonly acts: readonly FileAct[]
  /** Spoils the next acts that match, once unless said. */
  spoil(how: FileTrouble, which?: (act: FileAct) => boolean, times?: number): void
  /** Spoils nothing more. */
  calm(): void
}

export const createFileWire = (): FileWire & { meet(act: FileAct): FileTrouble | null } => {
  const acts: FileAct[] = []
  const spoilt: { readonly how: FileTrouble; readonly which: (act: FileAct) => boolean; times: number }[] = []
  return {
    acts,
    spoil: (how, which = () => true, times = 1) => void spoilt.push({ how, which, times }),
    calm: () => void spoilt.splice(0),
    meet(act) {
      acts.push(act)
      const found = spoilt.find(({ which, times }) => times > 0 && which(act))
      if (found === undefined) return null
      found.times -= 1
      return found.how
    },
  }
}
