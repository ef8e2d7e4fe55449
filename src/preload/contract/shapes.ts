import * as z from 'zod/mini'
import type { ViewOf } from './endpoint.ts'
import { Detail, ProblemKind } from './vocabulary.ts'

/** UTC ISO. */
export const Moment = z.iso.datetime()

/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.iso.date()

export const Id = z.int().check(z.positive())

/** One word or sentence of a seller: trimmed, not empty. */
export const Label = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

export const ProblemView = z.object({
  kind: ProblemKind,
  /** English and complete, without a buyer's name; screens word it by kind and detail. */
  message: z.string(),
  detail: Detail,
  since: z.string(),
  nextTryAt: z.nullable(z.string()),
  /** Otherwise Navette tries again by itself. */
  needsPerson: z.boolean(),
  /** The named ways out, best first. */
  choices: z.array(z.string()),
})
export type ProblemView = ViewOf<typeof ProblemView>

/** One named check of *Test connection*. */
export const CheckView = z.object({
  name: z.string(),
  ok: z.boolean(),
  message: z.string(),
  /** Says nothing about the account: no reason to refuse it. */
  aside: z.exactOptional(z.boolean()),
})
export type CheckView = ViewOf<typeof CheckView>

/** What a button did, or why it could not. */
export const ActResultView = z.object({
  reference: z.string(),
  action: z.string(),
  done: z.boolean(),
  message: z.string(),
})
export type ActResultView = ViewOf<typeof ActResultView>

/** A text to be saved as a file. */
export const FileView = z.object({ name: z.string(), mediaType: z.string(), text: z.string() })
export type FileView = ViewOf<typeof FileView>

/** A slice of a long list. */
export const Page = { offset: z.int().check(z.nonnegative()), limit: z.int().check(z.positive(), z.maximum(500)) }

/** A name the window gives to something long, to follow its progress and to stop it; null when it does not care. */
export const Job = z.nullable(z.string().check(z.minLength(1), z.maxLength(64)))

/** A file as the seller chose it, its encoding still to be found out: base64. */
export const FileBytes = z.base64().check(z.maxLength(28_000_000))

/** What keeps a CSV from being imported. Rows count as a spreadsheet does: the heading is row 1. */
export const CsvError = z.object({
  row: z.int(),
  /** Null when it is about the whole row, or the whole file. */
  column: z.nullable(z.string()),
  message: z.string(),
})
export type CsvError = ViewOf<typeof CsvError>

export const ChoiceView = z.object({ value: z.string(), label: z.string() })
export type ChoiceView = ViewOf<typeof ChoiceView>

/** A table within a document: their words on one side, ours on the other. */
export const DocumentTableView = z.object({
  title: z.string(),
  help: z.nullable(z.string()),
  /** The members that lead to it, apart by points. */
  at: z.string(),
  rows: z.union([z.enum(['theirs-first', 'ours-first']), z.object({ theirs: z.string(), ours: z.string() })]),
  theirs: z.string(),
  ours: z.string(),
  /** What ours may be, with their words for it; null: any text. */
  choices: z.nullable(z.array(z.object({ value: z.string(), label: z.string(), alike: z.array(z.string()) }))),
  /** The column of a preview's rows in which their words turn up. */
  seenAs: z.nullable(z.string()),
  mayBegin: z.boolean(),
})
export type DocumentTableView = ViewOf<typeof DocumentTableView>

/** One field of a connector's form, as data to draw it. */
export const FieldView = z.object({
  name: z.string(),
  label: z.string(),
  help: z.nullable(z.string()),
  secret: z.boolean(),
  optional: z.boolean(),
  /** Another field: needed unless that one is filled. */
  unless: z.nullable(z.string()),
  /** An address: https, or http on loopback only. */
  address: z.boolean(),
  fallback: z.nullable(z.string()),
  /** What it may be; null: any text. `from-outside`: the account itself knows, once it lets us in. */
  choices: z.nullable(z.union([z.literal('from-outside'), z.array(ChoiceView)])),
  /** Several of the choices, apart by commas. */
  several: z.boolean(),
  /** A text of many lines: pasted, or read from a file. */
  document: z.boolean(),
  tables: z.array(DocumentTableView),
})
export type FieldView = ViewOf<typeof FieldView>

/** The values of a form, secrets among them: this crosses inwards only. A document is the longest; each field is held to its own limit. */
export const FieldValues = z.record(z.string(), z.string().check(z.maxLength(250_000)))
