import type * as z from 'zod/mini'
import type { Reply } from './reply.ts'

/** One question that may cross: what goes in, what comes out. Channel, method, handler and validation follow from it. */
export interface Endpoint<I extends z.ZodMiniType = z.ZodMiniType, O extends z.ZodMiniType = z.ZodMiniType> {
  readonly input: I
  readonly output: O
}

/** The questions of one area, by name. */
export type Area = Readonly<Record<string, Endpoint>>

export const endpoint = <I extends z.ZodMiniType, O extends z.ZodMiniType>(input: I, output: O): Endpoint<I, O> => ({
  input,
  output,
})

export const channelOf = (area: string, name: string): string => `${area}:${name}`

/** A value that crossed: nobody changes it on the way. */
export type View<T> = T extends (...input: never[]) => unknown
  ? T
  : T extends object
    ? { readonly [K in keyof T]: View<T[K]> }
    : T

export type ViewOf<S extends z.ZodMiniType> = View<z.infer<S>>

type Asked<I extends z.ZodMiniType> = undefined extends z.infer<I> ? [] : [input: ViewOf<I>]

/** What main writes for an area: the input has been parsed, the answer is parsed on its way out. */
export type Handlers<A extends Area> = {
  readonly [N in keyof A]: (...input: Asked<A[N]['input']>) => ViewOf<A[N]['output']> | Promise<ViewOf<A[N]['output']>>
}

/** What the window finds for an area: the same questions, answered with a reply that never throws. */
export type Questions<A extends Area> = {
  readonly [N in keyof A]: (...input: Asked<A[N]['input']>) => Promise<Reply<ViewOf<A[N]['output']>>>
}
