/**
 * What rules look at. Everything here is plain data that the server reads from its rows and the page from its own
 * state; nothing here fetches. Dates are ISO days (`2021-12-30`) in Asia/Shanghai, instants ISO with an offset.
 */
import type { Calendar } from '#kernel/calendar/shared/index.ts'
import type { Answers, Article, FieldFinding } from '#kernel/forms/shared/index.ts'

/** The recommending unit as its campaign knows it. Population is in persons and always names its source (R001-04). */
export type UnitIdentity = {
  id: string
  name: string
  class: string
  population?: { persons: number; year: number; basis: string; source: string }
}

/** A reason written where a rule asks for one; `confirmedBy` is the unit's principal (主要负责人). */
export type WrittenReason = { rule: string; text: string; confirmedBy?: string }

/** A seal that the nomination needs, whether it is there or not: present with its date, promised (待补章), or neither. */
export type SealFacts = {
  /** Key in the plan's `seals`, and the words in front of the cell. */
  cell: string
  label: string
  /** Whose seal it is, as recorded by whoever looked at the scan. */
  organ?: string
  /** The date in the cell; the scan or the electronic seal's proof stands in `evidence`. */
  sealedOn?: string
  evidence?: string
  promisedBy?: string
}

/** A document handed in with a nomination or by a unit; `key` is that of the plan's `materials`. */
export type MaterialFacts = { key: string; fileId?: string; promisedBy?: string }

/** A public notice (公示), the unit's own or the organiser's. */
export type NoticeFacts = {
  medium: string
  /** To whom the medium belongs, in the plan's keys: `county`, `city`, `unit` … */
  mediaLevel: string
  publishedOn: string
  /** Last day it hung, if it was taken down; absent means that it still hangs. */
  endedOn?: string
  /** Nomination ids that the notice lists. */
  names: string[]
  openObjections: number
}

/**
 * One department's opinion on one name. `objection` freezes the name until `conclusion` is written (R003-14). `text` is
 * left out for whoever may not read it; an empty `text` means that the department wrote nothing.
 */
export type OpinionFacts = {
  department: string
  level: 'unit' | 'organiser'
  outcome?: 'none' | 'objection'
  text?: string
  sealedOn?: string
  promisedBy?: string
  conclusion?: string
}

/** A branch's recommendation vote (以党支部为单位). */
export type BranchVoteFacts = { branch: string; present: number; votes: number; heldOn?: string }

/** An earlier honour that may be this nominee's. `name` matches are only ever a hint (D-13). */
export type EarlierHonour = { register: string; honour: string; year: number; match: 'identity' | 'name' }

/** Another nomination in the campaign that carries the same identity key (D-13). */
export type SameIdentity = { nomination: string; category: string; categoryName: string; unitName: string }

/** The inspection of one candidate (考察): team, visit and the material written. */
export type InspectionFacts = {
  visitedOn?: string
  team: { name: string; branch?: string; unit?: string }[]
  candidateBranch?: string
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
  /** Key of the form that was filled, in the plan's `forms`. */
  form: string
  /** What the cover says in 推荐单位. */
  recommender: string
  /** `unit` put it up; `auto` follows from `linkedTo` (R003-02); `added` came later by a named act (增补). */
  origin: 'unit' | 'auto' | 'added'
  linkedTo?: string
  answers: Answers
  /** What `validateAnswers` of kernel/forms found in `answers`; form rules pick theirs out of it. */
  formFindings: FieldFinding[]
  /** Texts by the plan's material key (典型材料, 简要事迹, 考察材料). */
  articles: Record<string, Article>
  materials: MaterialFacts[]
  seals: SealFacts[]
  notices: NoticeFacts[]
  opinions: OpinionFacts[]
  branchVotes: BranchVoteFacts[]
  /** Number in the 排序表 this category belongs to, from 1 (R003-10). */
  rank?: number
  /** 重点推荐 (R003-32). */
  emphasised?: boolean
  emphasisReason?: string
  /** Found by identity key (D-13); absent where the page may not know. */
  earlierHonours?: EarlierHonour[]
  sameIdentity?: SameIdentity[]
  /** Full registered name, where the organisation register knows it. */
  registeredName?: string
  declarations: Record<string, boolean>
  /** Chosen options by tag key: tasks, grounds, priority. */
  tags: Record<string, string[]>
  checklist: ChecklistAnswer[]
  inspection?: InspectionFacts
  reasons: WrittenReason[]
}

/** 推荐情况报告: text by section key. */
export type ReportFacts = {
  sections: Record<string, string>
  signedBy?: string
  sealedOn?: string
  promisedBy?: string
  reportedOn?: string
}

/** A meeting that decided something: the party committee's (党委会), the office's (部长办公会) … */
export type MeetingFacts = { body: string; heldOn: string; attendees: number }

/**
 * What the plan's quota lines come to for one unit and category. `max` null means no limit; `min` above zero comes from
 * a range such as 6—10; `countsAuto` is whether secretaries who follow their organisation take a place (A6).
 */
export type QuotaFacts = {
  category: string
  categoryName: string
  min: number
  max: number | null
  countsAuto: boolean
}

export type UnitFacts = {
  unit: UnitIdentity
  nominations: NominationFacts[]
  quotas: QuotaFacts[]
  notices: NoticeFacts[]
  report?: ReportFacts
  meeting?: MeetingFacts
  /** When the unit handed in, by stage key, ISO instant; absent means not yet, so the clock is asked. */
  handedIn: Record<string, string>
  /** 补报: a stage unlocked for this unit until an instant. */
  unlockedUntil: Record<string, string>
  materials: MaterialFacts[]
  checklist: ChecklistAnswer[]
  reasons: WrittenReason[]
}

/** An expert's seat at one nomination. */
export type ExpertSeat = { nomination: string; expert: string; expertUnit: string; score?: number; recused?: boolean }

export type CampaignFacts = {
  /** The names under decision at this checkpoint. */
  list: NominationFacts[]
  units: UnitFacts[]
  /** Names the stage should end with, by category (十佳 15 of 10 awards at 50 %). */
  targets: { category: string; categoryName: string; count: number }[]
  experts: ExpertSeat[]
  notices: NoticeFacts[]
  /** The ballot's window; `castAt` is the moment of the vote that is being cast. */
  ballot?: { opensAt: string; closesAt: string; castAt?: string }
  reasons: WrittenReason[]
}

/** The business clock and its calendar. `today` is the civil day of `now` in Asia/Shanghai. */
export type ClockFacts = { now: string; today: string; calendar: Calendar }

export type Facts = {
  clock: ClockFacts
  /** Due dates of the plan's stages by stage key (`dueBy`), the day included (D-03). */
  deadlines: Record<string, string>
  /** Names of the plan's departments by key: offices are renamed and merged, so names are data. */
  departments: Record<string, string>
  /** Names of the plan's materials by key. */
  materialNames: Record<string, string>
  /** What the organiser sets for messages: `contact` and the like; never shipped with a plan. */
  settings: Record<string, string>
  nomination?: NominationFacts
  unit?: UnitFacts
  campaign?: CampaignFacts
}
