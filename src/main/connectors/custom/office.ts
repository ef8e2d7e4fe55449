import type { FieldValues } from '../sockets/definition.ts'
import type { Ports } from '../sockets/ports.ts'
import type { fields } from './fields.ts'
import type { Template } from './template.ts'

/** Everything that the channels of one back office are made from. */
export interface Office {
  readonly template: Template
  readonly form: Omit<FieldValues<typeof fields>, 'template'>
  readonly ports: Ports
}
