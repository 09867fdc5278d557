import type { z } from 'zod'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** An HTTP endpoint as the server binds it and the browser calls it: one declaration for validation, documents and types. */
export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = {
  method: Method
  /** Path with `{name}` for each path parameter. */
  path: string
  /** What it is for, in Chinese, one line: shown in /openapi.json. */
  summary?: string
  params?: Params
  query?: Query
  body?: Body
  answer: Answer
  /** For one that takes a file as its raw body: where uploads begin that go on after a cut (tus). */
  resumable?: string
}

/** Declares an endpoint and keeps its exact types. Browser-safe. */
export const endpoint = <
  Answer extends z.ZodType,
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  declaration: Endpoint<Params, Query, Body, Answer>,
): Endpoint<Params, Query, Body, Answer> => declaration

/** What a caller gives: parameters and body before parsing (defaults may be left out). */
export type InputOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? Given<'params', P> & Given<'query', Q> & Given<'body', B>
    : never

type Given<Key extends string, S extends z.ZodType> = S extends z.ZodUndefined
  ? { [K in Key]?: undefined }
  : { [K in Key]: z.input<S> }

export type AnswerOf<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer A> ? z.output<A> : never

/** True where a call changes something, so that it must be idempotent by key. */
export const isWrite = (method: Method) => method !== 'get'
