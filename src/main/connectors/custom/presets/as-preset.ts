import type { z } from 'zod'
import type { Preset } from '../../sockets/definition.ts'
import type { Template } from '../template.ts'

/** A form with this template. Its texts may be `?`: what only the builder of the other system can answer. */
export const asPreset = (
  id: string,
  template: z.input<typeof Template>,
  more: Pick<Preset, 'questions'> = {},
): Preset => ({
  ...{ id, title: template.title, ...more },
  ...(template.note === undefined ? {} : { note: template.note }),
  values: { template: `${JSON.stringify(template, null, 2)}\n` },
})
