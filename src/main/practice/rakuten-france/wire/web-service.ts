import type { Account } from '../account.ts'
import type { Action, Question } from '../actions/action.ts'
import { ACTIONS } from '../actions/index.ts'
import {
  invalid,
  mandatory,
  professionalOnly,
  quotaExceeded,
  unknownUser,
  unsupportedVersion,
} from '../actions/refusals.ts'
import type { FaultKind } from '../faults.ts'
import type { Quota } from './quota.ts'
import type { UploadedFile } from './uploads.ts'
import type { XmlElement } from './xml-writer.ts'

export interface ServiceRequest {
  readonly path: string
  readonly params: ReadonlyMap<string, string>
  readonly file: UploadedFile | null
  readonly faults: ReadonlySet<FaultKind>
}

/** The answer to one call. The order of the checks is ours; what each of them says is Rakuten's (3.2, 3.3, 15.2). */
export const answer = (account: Account, quota: Quota, request: ServiceRequest): XmlElement => {
  const param = (name: string): string => request.params.get(name) ?? ''
  const name = param('action')
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
  if (name === '') return mandatory('action')
  if (action?.family !== request.path) return invalid('action')

  const missing = ['login', 'pwd', 'version'].find((common) => param(common) === '')
  if (missing !== undefined) return mandatory(missing)
  if (param('login') !== account.settings.login || param('pwd') !== account.token) return unknownUser()
  if (!action.versions.includes(param('version'))) return unsupportedVersion(param('version'))
  if (!quota.take(action.family, account.clock.now())) return quotaExceeded()
  if (action.professionalOnly && !account.settings.professional) return professionalOnly()

  const absent = mandatoryOf(action, param('version')).find((needed) => param(needed) === '')
  if (absent !== undefined) return mandatory(absent)
  const question: Question = {
    action: name,
    version: param('version'),
    login: param('login'),
    param,
    file: request.file,
    now: account.clock.now(),
    faults: request.faults,
  }
  return action.answer(question, account)
}

const mandatoryOf = ({ mandatory: needed = [] }: Action, version: string): readonly string[] =>
  typeof needed === 'function' ? needed(version) : needed
