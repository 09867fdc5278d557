/**
 * What rules look at. Everything here is plain data that the server reads from its rows and the page from its own
 * state; nothing here fetches. Dates are ISO days (`2021-12-30`) in Asia/Shanghai, instants ISO with an offset.
 */
import type { Calendar } from '#kernel/calendar/shared/index.ts'
import type { Answers } from '#kernel/forms/shared/index.ts'

/** The recommending unit as its campaign knows it. Population is in persons and always names its source (R001-04). */
export type UnitIdentity = {
  id: string
  name: string
  class: string
  population?: { persons: number; year: number; basis: string; source: string }
}

/** A reason written where a rule asks for one; `confirmedBy` is the unit's principal (主要负责人). */
export type WrittenReason = { rule: string; text: string; confirmedBy?: string }

/** A signature or seal on a sheet: present with evidence, or promised (待补章) by a date, or neither. */
export type SealFacts = {
  /** Which cell of which sheet: `cover`, `unit-opinion`, `article` … as the plan's forms name it. */
  cell: string
  label: string
  /** Kind of organ that sealed (`office`, `party-committee`, `unit` …), its name, and the date in the cell. */
  organ?: string
  organName?: string
  sealedOn?: string
  signedBy?: string
  /** File id of the scan, or of the electronic seal's proof. */
  evidence?: string
  promisedBy?: string
}

/** A document handed in with a nomination or by a unit. `characters` is 字数 as Word counts (D-01), body only. */
export type MaterialFacts = {
  kind: string
  fileId?: string
  promisedBy?: string
  characters?: number
}

/** A典型材料 / 事迹材料 written or read in: title and subtitle apart, `characters` of the body with its headings. */
export type ArticleFacts = {
  kind: string
  title: string
  subtitle?: string
  body: string
  characters: number
}

/** What inspection of the stored picture found. Shares are 0–1 of the border pixels that have the background's colour. */
export type PhotoFacts = {
  mime: string
  fileName: string
  width: number
  height: number
  backgroundShare: Record<string, number>
}

/** A public notice (公示), the unit's own or the organiser's. */
export type NoticeFacts = {
  medium: string
  /** `county`, `city`, `province`, `unit` … : to whom the medium belongs. */
  mediaLevel: string
  publishedOn: string
  /** Last day it hung, if it was taken down; absent means that it still hangs. */
  endedOn?: string
  /** Nomination ids that the notice lists. */
  names: string[]
  evidence?: string
  /** When its end was promised while it runs (公示中). */
  promisedBy?: string
  openObjections?: number
}

/** One department's opinion on one name. `objection` freezes the name until `conclusion` is written (R003-14). */
export type OpinionFacts = {
  department: string
  departmentName: string
  level: string
  outcome?: 'none' | 'objection'
  text?: string
  sealedOn?: string
  evidence?: string
  conclusion?: string
}

/** A branch's recommendation vote (以党支部为单位). */
export type BranchVoteFacts = { branch: string; present: number; votes: number; heldOn?: string }

/** An earlier honour that may be this nominee's. `name` matches are only ever a hint (D-13). */
export type EarlierHonour = { register: string; honour: string; year: number; match: 'identity' | 'name' }

/** Another nomination in the campaign that carries the same identity key. */
export type SameIdentity = { nomination: string; category: string; categoryName: string; unitName: string }

/** The inspection of one candidate (考察): team, visit and the material written. */
export type InspectionFacts = {
  visitedOn?: string
  team: { name: string; branch?: string; unit?: string }[]
  candidateBranch?: string
  materialCharacters?: number
  overallReport?: boolean
}

export type ChecklistAnswer = { item: string; answer: 'yes' | 'no'; note?: string }

export type NominationFacts = {
  id: string
  /** The person, organisation or project as shown. */
  name: string
  category: string
  categoryName: string
  subject: 'person' | 'organisation' | 'project'
  unit: UnitIdentity
  /** Form that was filled. */
  form: string
  /** What the cover says in 推荐单位. */
  recommender: string
  /** `unit` put it up; `auto` follows from `linkedTo` (R003-02); `added` came later by a named act (增补). */
  origin: 'unit' | 'auto' | 'added'
  linkedTo?: string
  answers: Answers
  articles: ArticleFacts[]
  materials: MaterialFacts[]
  seals: SealFacts[]
  notices: NoticeFacts[]
  opinions: OpinionFacts[]
  branchVotes: BranchVoteFacts[]
  photo?: PhotoFacts
  /** Place in the unit's 排序表 for this category, from 1. */
  rank?: number
  emphasised?: boolean
  /** Key of the person or organisation (D-13), opaque; server only. */
  identity?: string
  earlierHonours?: EarlierHonour[]
  sameIdentity?: SameIdentity[]
  /** Full registered name, where the organisation register knows it. */
  registeredName?: string
  declarations: Record<string, boolean>
  tags: string[]
  checklist: ChecklistAnswer[]
  inspection?: InspectionFacts
  reasons: WrittenReason[]
}

/** 推荐情况报告: text by section key. */
export type ReportFacts = {
  sections: Record<string, string>
  signedBy?: string
  sealedOn?: string
  reportedOn?: string
}

/** A meeting that decided something: the party committee's (党委会), the office's (部长办公会) … */
export type MeetingFacts = { body: string; heldOn: string; attendees: number }

export type UnitFacts = {
  unit: UnitIdentity
  nominations: NominationFacts[]
  notices: NoticeFacts[]
  report?: ReportFacts
  meeting?: MeetingFacts
  /** When the unit handed in, by step (`list`, `electronic`, `paper`); absent means not yet, so the clock is asked. */
  handedIn: Record<string, string>
  /** 补报: a step unlocked for this unit until an instant. */
  unlockedUntil: Record<string, string>
  materials: MaterialFacts[]
  paperCopies?: number
  reasons: WrittenReason[]
}

/** An expert's seat at one nomination. */
export type ExpertSeat = { nomination: string; expert: string; expertUnit: string; score?: number; recused?: boolean }

export type CampaignFacts = {
  /** The names under decision at this checkpoint. */
  list: NominationFacts[]
  units: UnitFacts[]
  /** Awards to give by category, e.g. 十佳 10. */
  awards: Record<string, number>
  experts: ExpertSeat[]
  notices: NoticeFacts[]
  meetings: MeetingFacts[]
  ballot?: { opensAt: string; closesAt: string; lastVoteAt?: string }
  reasons: WrittenReason[]
}

/** The business clock and its calendar. `today` is the civil day of `now` in Asia/Shanghai. */
export type ClockFacts = { now: string; today: string; calendar: Calendar }

export type Facts = {
  clock: ClockFacts
  /** What the organiser sets for messages: `contact` and the like; never shipped with a plan. */
  settings: Record<string, string>
  nomination?: NominationFacts
  unit?: UnitFacts
  campaign?: CampaignFacts
}
