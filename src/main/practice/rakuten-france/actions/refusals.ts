import type { Account } from '../account.ts'
import { cdata, node, text, withAttributes, type XmlElement } from '../wire/xml-writer.ts'
import { schemaAttributes } from './action.ts'

/** An `errorresponse` (section 3); details are padded with blanks as Rakuten's are. */
const refusal = (type: string, code: string, message: string, details: readonly string[]): XmlElement =>
  withAttributes(
    node(
      'errorresponse',
      node(
        'error',
        text('type', type),
        text('code', code),
        text('message', message),
        node('details', ...details.map((detail) => cdata('detail', ` ${detail} `))),
      ),
    ),
    schemaAttributes('error', 'error'),
  )

/** The code of state errors is in no source; the spec's samples use this one (3.3). */
export const parameterError = (...details: readonly string[]): XmlElement =>
  refusal('Sender', 'ParameterError', 'Problem with parameters.', details)

export const mandatory = (name: string): XmlElement => parameterError(`The parameter ${name} is mandatory`)

export const invalid = (name: string): XmlElement => parameterError(`The parameter '${name}' is invalid.`)

export const unsupportedVersion = (version: string): XmlElement =>
  parameterError(`The version ${version} is not supported`)

export const unknownUser = (): XmlElement =>
  refusal('Sender', 'InvalidUserConnection', 'Unknown user or password.', ['Incorrect login or password'])

export const quotaExceeded = (): XmlElement =>
  refusal('Sender', 'InvalidUserRights', 'Quota exceeded.', [
    'You have exceeded the maximum number of requests per hour.',
  ])

/** The wording is ours: the spec knows only that it is not the quota's (3.2). */
export const professionalOnly = (): XmlElement =>
  refusal('Sender', 'InvalidUserRights', 'Insufficient rights.', ['This service needs a professional account'])

export const fileNotSubmitted = (): XmlElement =>
  refusal('ServerError', 'ServerError', 'Server not able to fullfill request.', [
    'An error occurred while submitting the file',
  ])

/** Outages, and purchases that are unknown or not confirmed yet (2.7, 3.2). */
export const unavailable = (): XmlElement => refusal('Unknown error', 'Unknown error', 'Service unavailable', [''])

export const unknownError = ({ settings }: Account): XmlElement =>
  refusal('Unknown error', 'Unknown error', settings.unknownErrorMessage, [''])
