import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import type { expertApi, reviewApi } from '../../../shared/index.ts'

export type Review = AnswerOf<typeof reviewApi.getReview>
export type ReviewRow = Review['rows'][number]
export type Reviewed = AnswerOf<typeof reviewApi.getReviewed>
export type Seat = AnswerOf<typeof expertApi.getSeat>
export type SeatSheet = AnswerOf<typeof expertApi.getSeatNominee>
