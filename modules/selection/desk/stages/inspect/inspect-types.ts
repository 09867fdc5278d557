import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import type { inspectApi } from '../../../shared/index.ts'

export type Inspections = AnswerOf<typeof inspectApi.listInspections>
export type Candidate = Inspections['candidates'][number]
export type InspectedUnit = Inspections['units'][number]
export type Params = { id: number; stage: string }
export type Shown = { key: string; name: string; kind: string }
