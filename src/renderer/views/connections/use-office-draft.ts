import { useState } from 'react'
import type { BackOfficeKindView } from '../../../preload/contract/back-offices.ts'
import { useApp } from '../../stores/use-app.ts'
import type { Choices } from './connector-field.tsx'
import { filled, type Values } from './connector-fields.tsx'
import { usePreview } from './use-preview.ts'
import { useTrial } from './use-trial.ts'

/** A back office that is being added. */
export interface OfficeDraft {
  readonly kind: string
  /** The one it was begun with. */
  readonly preset: string | null
  readonly label: string
  readonly values: Values
}

const draftOf = (kind: BackOfficeKindView | undefined): OfficeDraft => ({
  kind: kind?.id ?? '',
  preset: null,
  label: kind?.title ?? '',
  values: {},
})

/** A back office is tested before it is kept, and once it lets us in it says what its own fields may be. */
export const useOfficeDraft = () => {
  const { kinds, checkBackOffice, readChoices, addBackOffice, previewBackOffice } = useApp((state) => ({
    kinds: state.backOfficeKinds,
    checkBackOffice: state.checkBackOffice,
    readChoices: state.readChoices,
    addBackOffice: state.addBackOffice,
    previewBackOffice: state.previewBackOffice,
  }))
  const trial = useTrial()
  const [entered, setEntered] = useState<OfficeDraft | null>(null)
  const [choices, setChoices] = useState<Readonly<Record<string, Choices>>>({})
  const draft = entered ?? draftOf(kinds[0])
  const kind = kinds.find(({ id }) => id === draft.kind)

  const learn = async (values: Values): Promise<void> => {
    const fields = (kind?.fields ?? []).filter((field) => field.choices === 'from-outside')
    const asked = fields.map(async ({ name }) => [name, await readChoices({ kind: draft.kind, values }, name)] as const)
    setChoices(Object.fromEntries(await Promise.all(asked)))
  }

  const form = JSON.stringify([draft.kind, filled(draft.values)])
  const preview = usePreview(form, (shownFor) =>
    previewBackOffice({ kind: draft.kind, values: filled(draft.values) }, shownFor),
  )

  return {
    ...{ draft, kinds, kind, choices, trial, preview },
    change(next: OfficeDraft): void {
      if (next.kind !== draft.kind || next.preset !== draft.preset) {
        trial.forget()
        preview.forget()
        setChoices({})
      }
      setEntered(next)
    },
    async test(): Promise<void> {
      const values = filled(draft.values)
      if (await trial.run(() => checkBackOffice(draft.kind, values), false)) await learn(values)
    },
    /** Kept only when all is well; its id then. */
    async keep(): Promise<number | null> {
      const values = filled(draft.values)
      if (!(await trial.run(() => checkBackOffice(draft.kind, values), true))) return null
      const added = await addBackOffice({ kind: draft.kind, label: draft.label, values })
      if (added.ok) return added.value.id
      trial.refuse(added.fault)
      return null
    },
  }
}

export type OfficeDraftState = ReturnType<typeof useOfficeDraft>
