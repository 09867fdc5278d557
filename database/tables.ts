// The types of all tables, written by "npm run db:snapshot" from a migrated database; never edited by hand.
import type { Answers } from '#kernel/forms/shared/index.ts'
import type { Articles, CampaignSettings, Finding, Particulars, Plan, QuotaOfUnit, SubmissionReport, WrittenReason } from '#modules/selection/shared/index.ts'
import type { NoticeContent } from '#kernel/publicity/shared/index.ts'
import type { PublicityPeriod } from '#kernel/calendar/shared/index.ts'
import type { Result, Rules } from '#modules/ballot/shared/index.ts'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue }
/** jsonb: read as a value, written as JSON text (pg would send a bare array as a PostgreSQL array). */
type Json<T> = ColumnType<T, string, string>
type NullableJson<T> = ColumnType<T | null, string | null, string | null>
type JsonWithDefault<T> = ColumnType<T, string | undefined, string>
type Numeric = ColumnType<string, string | number, string | number>

export interface AccessAccount {
  id: GeneratedAlways<number>
  person_id: number
  login: string
  password_hash: string | null
  active: Generated<boolean>
  demo: Generated<boolean>
  failed_attempts: Generated<number>
  locked_until: string | null
  created_at: Generated<string>
  password_initial: Generated<boolean>
}

export interface AccessFirstRun {
  only_row: Generated<boolean>
  code_hash: string
  created_at: Generated<string>
}

export interface AccessSession {
  token_hash: string
  account_id: number
  post_id: number | null
  created_at: Generated<string>
  seen_at: Generated<string>
  expires_at: string
}

export interface AccessSlip {
  id: GeneratedAlways<number>
  token_hash: string
  purpose: string
  subject_id: number
  holder: string
  unit_name: string
  phone: string
  code_hash: string | null
  code_expires_at: string | null
  code_tries: Generated<number>
  session_hash: string | null
  session_seen_at: string | null
  expires_at: string
  revoked_at: string | null
  created_by: number | null
  created_at: Generated<string>
}

export interface AppClock {
  only_row: Generated<boolean>
  ahead: string
  moved_at: Generated<string>
}

export interface AppIdempotency {
  key: string
  actor: string
  endpoint: string
  request_hash: string
  status: number | null
  answer: NullableJson<JsonValue>
  created_at: Generated<string>
}

export interface AppSetting {
  key: string
  value: Json<JsonValue>
  changed_at: Generated<string>
}

export interface AuditEntry {
  id: number
  at: Generated<string>
  business_at: Generated<string>
  actor: string
  actor_name: string
  post_id: number | null
  unit_id: number | null
  action: string
  subject_kind: string
  subject_id: string
  detail: JsonWithDefault<Record<string, unknown>>
  prev_hash: string
  hash: string
}

export interface AuditHead {
  only_row: Generated<boolean>
  id: number
  hash: string
}

export interface AuditPending {
  seq: GeneratedAlways<number>
  at: Generated<string>
  business_at: Generated<string>
  actor: string
  actor_name: string
  post_id: number | null
  unit_id: number | null
  action: string
  subject_kind: string
  subject_id: string
  detail: JsonWithDefault<JsonValue>
}

export interface BallotAdmission {
  token_hash: string
  election_id: number
  voter_hash: Buffer
  group_key: string
  expires_at: string
}

export interface BallotAudit {
  id: GeneratedAlways<number>
  election_id: number
  findings: Json<{ rule: string; message: string }[]>
  audited_by: number
  audited_as: string
  audited_at: Generated<string>
}

export interface BallotBallot {
  election_id: number
  serial: Buffer
  counter: number
  group_key: string
  mode: string
  credential: Buffer
  salt: Buffer
  choices: string
  minute: Generated<string>
  subnet: Buffer | null
}

export interface BallotCensus {
  election_id: number
  voter_hash: Buffer
  group_key: string
}

export interface BallotCode {
  id: GeneratedAlways<number>
  election_id: number
  voter_hash: Buffer
  code_hash: string
  tries: Generated<number>
  used: Generated<boolean>
  flag: string | null
  subnet: Buffer | null
  sent_at: Generated<string>
}

export interface BallotComment {
  id: GeneratedAlways<number>
  election_id: number
  candidate: number
  author_hash: Buffer
  words: string
  state: Generated<string>
  sent_on: Generated<string>
  decided_by: number | null
  decided_at: string | null
}

export interface BallotDelivery {
  head_id: number
  witness_id: number
  sent_at: string | null
  error: string | null
}

export interface BallotElection {
  id: GeneratedAlways<number>
  slug: string
  unit_id: number
  matter: string | null
  refs: JsonWithDefault<Record<string, number>>
  state: Generated<string>
  rules: Json<Rules>
  opens_at: string
  closes_at: string
  secrets: Buffer
  document: string | null
  fingerprint: string | null
  result: NullableJson<Result>
  created_by: number | null
  frozen_by: number | null
  frozen_at: string | null
  closed_at: string | null
  finished_at: string | null
  finished_by: number | null
  published_at: string | null
  published_by: number | null
}

export interface BallotHead {
  id: GeneratedAlways<number>
  election_id: number
  size: number
  root: Buffer
  signed_at: string
  note: string
}

export interface BallotLeaf {
  election_id: number
  index: number
  kind: string
  leaf: string
  hash: Buffer
  receipt: string | null
  serial: Buffer | null
  counter: number | null
}

export interface BallotLog {
  election_id: number
  size: number
  peaks: Buffer[]
}

export interface BallotNode {
  election_id: number
  level: number
  index: number
  hash: Buffer
}

export interface BallotPending {
  election_id: number
  serial: Buffer
  counter: number
}

export interface BallotVoidProposal {
  id: GeneratedAlways<number>
  election_id: number
  leaf_index: number
  reason: string
  note: string
  proposed_by: number
  proposed_as: string
  proposed_at: Generated<string>
  decision: string | null
  decided_by: number | null
  decided_as: string | null
  decided_at: string | null
}

export interface BallotVoter {
  election_id: number
  voter_hash: Buffer
  group_key: string
  mode: string
  request_hash: Buffer | null
  signature: Buffer | null
  issued_on: Generated<string>
}

export interface BallotWechat {
  election_id: number
  openid_hash: Buffer
  voter_hash: Buffer
}

export interface BallotWitness {
  id: GeneratedAlways<number>
  election_id: number
  name: string
  kind: string
  address: string
}

export interface CalendarDay {
  notice_id: number
  date: string
  working: boolean
  name: string
}

export interface CalendarNotice {
  id: GeneratedAlways<number>
  year: number
  source: string
  text: string
  imported_by: string
  imported_by_name: string
  imported_at: Generated<string>
}

export interface FilesFile {
  id: GeneratedAlways<number>
  key: string
  sha256: string
  name: string
  mime: string
  bytes: number
  facts: JsonWithDefault<Record<string, unknown>>
  unit_id: number | null
  uploaded_by: string
  public: Generated<boolean>
  kept_for: string | null
  created_at: Generated<string>
  taken: NullableJson<JsonValue>
  shown_sha256: string | null
}

export interface FilesUpload {
  id: GeneratedAlways<number>
  key: string
  name: string
  bytes: number
  arrived: Generated<number>
  unit_id: number | null
  uploaded_by: string
  file_key: string | null
  expires_at: Generated<string>
}

export interface FilesUploadPart {
  upload_id: number
  starts_at: number
  content: Buffer
}

export interface MicroAccount {
  id: GeneratedAlways<number>
  programme_id: number
  kind: string
  member_id: number | null
  project_id: number | null
  balance_fen: Generated<number>
}

export interface MicroBacking {
  project_id: number
  member_id: number
  way: string
  ink: NullableJson<JsonValue>
  entered_by: number | null
  at: Generated<string>
  sheet_id: number | null
}

export interface MicroBudgetLine {
  project_id: number
  seq: number
  kind: string
  item: string
  quantity: Generated<string>
  fen: number
}

export interface MicroCallBack {
  id: GeneratedAlways<number>
  signature_id: number
  drawn_at: Generated<string>
  outcome: string | null
  note: Generated<string>
  done_by: number | null
  done_at: string | null
}

export interface MicroExpense {
  id: GeneratedAlways<number>
  project_id: number
  kind: string
  item: string
  fen: number
  bought_on: string
  receipt_id: number | null
  entered_by: number | null
  at: Generated<string>
}

export interface MicroHousehold {
  id: GeneratedAlways<number>
  district_id: number
  village_id: number
  head: string
  door: Generated<string>
  phone: string | null
  struck_at: string | null
  struck_reason: string | null
  merged_into_id: number | null
}

export interface MicroMeeting {
  id: GeneratedAlways<number>
  programme_id: number
  held_on: string
  attendees: string
  resolution: string
  file_id: number | null
  recorded_by: number | null
  at: Generated<string>
}

export interface MicroMember {
  id: GeneratedAlways<number>
  village_id: number
  name: string
  phone: string | null
  party: boolean
  representative: boolean
  account_id: number | null
  active: Generated<boolean>
}

export interface MicroMemberChange {
  id: GeneratedAlways<number>
  member_id: number
  what: string
  before: Json<JsonValue>
  reason: string
  changed_by: number | null
  at: Generated<string>
}

export interface MicroPayment {
  project_id: number
  fen: number
  voucher: string
  payee: string
  paid_on: string
  recorded_by: number | null
  at: Generated<string>
  reason: Generated<string>
}

export interface MicroPicture {
  id: GeneratedAlways<number>
  project_id: number
  part: string
  file_id: number
  taken_at: string | null
  latitude: number | null
  longitude: number | null
  privacy: string | null
  added_by: number | null
  at: Generated<string>
}

export interface MicroPictureHash {
  picture_id: number
  cut: number
  hash: number
}

export interface MicroPictureMatch {
  picture_id: number
  earlier_id: number
  distance: number
  cleared_reason: string | null
  cleared_by: number | null
  cleared_at: string | null
}

export interface MicroPlaque {
  project_id: number
  text_key: string
  ordered_by: number | null
  ordered_at: Generated<string>
  hung_on: string | null
}

export interface MicroPosting {
  id: GeneratedAlways<number>
  what: string
  from_id: number
  to_id: number
  fen: number
  project_id: number | null
  posted_by: number | null
  at: Generated<string>
}

export interface MicroProgramme {
  id: GeneratedAlways<number>
  unit_id: number
  slug: string
  year: number
  content: Json<JsonValue>
  started_by: number | null
  started_at: Generated<string>
}

export interface MicroProgrammeChange {
  id: GeneratedAlways<number>
  programme_id: number
  before: Json<JsonValue>
  reason: string
  changed_by: number | null
  at: Generated<string>
}

export interface MicroProject {
  id: GeneratedAlways<number>
  code: string
  programme_id: number
  village_id: number
  lead_id: number
  title: string
  place: Generated<string>
  organiser: Generated<string>
  brief: JsonWithDefault<JsonValue>
  state: Generated<string>
  revision: Generated<number>
  asked_fen: Generated<number>
  approved_fen: number | null
  spent_fen: Generated<number>
  completion: NullableJson<JsonValue>
  notice_id: number | null
  posted_on: string | null
  acceptance: NullableJson<JsonValue>
  may_accept_on: string | null
  created_by: number | null
  created_at: Generated<string>
  changed_at: Generated<string>
  submitted_at: string | null
}

export interface MicroSheet {
  id: GeneratedAlways<number>
  project_id: number
  file_id: number
  entered_by: number | null
  at: Generated<string>
  read_at: string | null
}

export interface MicroSheetCode {
  sheet_id: number
  code: string
}

export interface MicroSheetPrint {
  code: string
  project_id: number
  printed_by: number | null
  at: Generated<string>
}

export interface MicroSignature {
  id: GeneratedAlways<number>
  project_id: number
  household_id: number
  way: string
  ink: NullableJson<JsonValue>
  ink_shape: string | null
  sheet_id: number | null
  entered_by: number | null
  at: Generated<string>
  device_at: string | null
  act_key: string | null
  taken_back_at: string | null
  taken_back_reason: string | null
  signed_from: string | null
  signed_in_as: number | null
}

export interface MicroSigningLink {
  id: GeneratedAlways<number>
  token_hash: string
  project_id: number
  household_id: number
  issued_by: number | null
  expires_at: string
  used_at: string | null
  revoked_at: string | null
  wrong_tries: Generated<number>
  issued_from: string | null
}

export interface MicroStep {
  id: GeneratedAlways<number>
  project_id: number
  step: string
  outcome: string
  round: Generated<number>
  person_id: number | null
  actor_name: string
  post_title: string
  comment: Generated<string>
  meeting_id: number | null
  at: Generated<string>
  instead: string | null
}

export interface NotificationsMessage {
  id: GeneratedAlways<number>
  channel: string
  post_id: number | null
  address: string | null
  subject: string
  body: string
  link: string | null
  campaign_id: number | null
  state: Generated<string>
  error: string | null
  created_at: Generated<string>
  sent_at: string | null
  read_at: string | null
}

export interface PapersCertificate {
  honour_id: number
  code: string
  made_at: Generated<string>
}

export interface PapersLetter {
  id: GeneratedAlways<number>
  campaign_id: number
  kind: string
  title: string
  content: Json<JsonValue>
  revision: Generated<number>
  state: Generated<string>
  organ: string | null
  year: number | null
  seq: number | null
  issued_on: string | null
  issued_by: string | null
  edited_by: string | null
  edited_at: Generated<string>
}

export interface PapersLetterNumber {
  organ: string
  year: number
  last: number
}

export interface PapersPackage {
  id: GeneratedAlways<number>
  kind: string
  campaign_id: number
  submission_id: number | null
  options: JsonWithDefault<JsonValue>
  state: Generated<string>
  done: Generated<number>
  total: Generated<number>
  remarks: JsonWithDefault<JsonValue>
  name: string
  sha256: string | null
  bytes: number | null
  site: string
  banner: string | null
  asked_by: number | null
  post_id: number | null
  asked_at: Generated<string>
  beat_at: string | null
  finished_at: string | null
}

export interface PapersPackagePart {
  package_id: number
  key: string
  path: string
  sha256: string
}

export interface PapersSheet {
  code: string
  nomination_id: number
  hash: string
  version: number
  printed_at: Generated<string>
  scan_ids: Generated<number[]>
  sealed_at: string | null
}

export interface PublicityFormUse {
  source: string
  hour: string
  uses: number
}

export interface PublicityNotice {
  id: GeneratedAlways<number>
  code: string
  module: string
  matter_id: number
  stage: string
  unit_id: number
  kind: Generated<string>
  version: Generated<number>
  supersedes: number | null
  title: string
  content: Json<NoticeContent>
  content_hash: string
  workdays: number
  count_publish_day: Generated<boolean>
  state: Generated<string>
  published_on: string | null
  last_day: string | null
  proceed_on: string | null
  period: NullableJson<PublicityPeriod>
  calendar_version: string | null
  drafted_by: number | null
  drafted_at: string | null
  writers: Generated<number[]>
  return_comment: string | null
  reviewed_by: number | null
  reviewed_at: string | null
  secrecy_checked: Generated<boolean>
  issued_by: number | null
  issued_at: string | null
  period_ended_at: string | null
  withdrawn_at: string | null
  withdrawn_reason: string | null
}

export interface PublicityObjection {
  id: GeneratedAlways<number>
  receipt: string
  notice_id: number
  item_key: string | null
  channel: string
  anonymous: Generated<boolean>
  objector_name: string | null
  objector_phone: string | null
  words: string
  evidence: Generated<number[]>
  received_at: Generated<string>
  entered_by: number | null
  state: Generated<string>
  concerned_unit_id: number | null
  points: string | null
  points_at: string | null
  unit_reply: string | null
  unit_replied_at: string | null
  outcome: string | null
  conclusion: string | null
  public_reply: string | null
  concluded_by: number | null
  concluded_at: string | null
}

export interface SelectionAct {
  id: GeneratedAlways<number>
  stage_run_id: number
  kind: string
  nomination_id: number
  replaces_id: number | null
  from_category: string | null
  to_category: string | null
  reason: string
  basis: string
  before: JsonWithDefault<JsonValue>
  undoes_id: number | null
  made_by: number | null
  at: Generated<string>
}

export interface SelectionArticlePrint {
  nomination_id: number
  material: string
  marks: number[]
}

export interface SelectionCampaign {
  id: GeneratedAlways<number>
  slug: string
  title: string
  short_title: string
  unit_id: number
  plan_version_id: number
  settings: JsonWithDefault<CampaignSettings>
  state: Generated<string>
  stage_run_id: number | null
  started_at: string | null
  finished_at: string | null
}

export interface SelectionCampaignCategory {
  campaign_id: number
  category: string
  seq: number
}

export interface SelectionConsultRemark {
  consultation_id: number
  nomination_id: number
  advice: string
  words: Generated<string>
  made_by: string
  at: Generated<string>
}

export interface SelectionConsultation {
  id: GeneratedAlways<number>
  stage_run_id: number
  submission_id: number
  names: Json<JsonValue>
  note: string | null
  first_sent_at: Generated<string>
  sent_at: Generated<string>
  answered_at: string | null
}

export interface SelectionDecision {
  id: GeneratedAlways<number>
  stage_run_id: number
  round: number
  form: string
  held_on: string
  body: string
  attendees: string
  resolution: string
  changes: JsonWithDefault<JsonValue>
  file_ids: Generated<number[]>
  made_by: number | null
  at: Generated<string>
  minutes_number: Generated<string>
  absent: Generated<string>
  observers: Generated<string>
}

export interface SelectionExpert {
  id: GeneratedAlways<number>
  stage_run_id: number
  name: string
  unit_name: string
  unit_id: number | null
  phone: string | null
  post_id: number | null
}

export interface SelectionHonour {
  id: GeneratedAlways<number>
  register: string
  number: string
  seq: Generated<number>
  category: string | null
  title: string
  year: number
  level: string
  subject: string
  name: string
  unit_name: string
  identity_key: string | null
  campaign_id: number | null
  nomination_id: number | null
  state: Generated<string>
  state_reason: string | null
  story: JsonWithDefault<JsonValue>
  public_notice_id: number | null
  granted_on: string
  imported_by: number | null
  superseded_by: number | null
  state_on: string | null
}

export interface SelectionInspection {
  id: GeneratedAlways<number>
  stage_run_id: number
  nomination_id: number
  team: JsonWithDefault<JsonValue>
  visited_on: string | null
  material: JsonWithDefault<JsonValue>
  file_ids: Generated<number[]>
  branch: string | null
  state: Generated<string>
}

export interface SelectionInspectionReport {
  stage_run_id: number
  submission_id: number
  report: JsonWithDefault<JsonValue>
  file_ids: Generated<number[]>
  handed_in_at: string | null
  handed_in_by: string | null
}

export interface SelectionLocalNotice {
  id: GeneratedAlways<number>
  submission_id: number
  medium: string
  media_level: string
  url: string | null
  file_ids: Generated<number[]>
  published_on: string
  workdays: number
  last_day: string
  ended_on: string | null
  nomination_ids: Generated<number[]>
  at: Generated<string>
}

export interface SelectionNomination {
  id: GeneratedAlways<number>
  campaign_id: number
  category: string
  subject: string
  name: Generated<string>
  origin_unit_id: number
  submission_id: number
  unit_id: number
  unit_order: number
  rank: number | null
  origin: Generated<string>
  origin_nomination_id: number | null
  state: Generated<string>
  answers: JsonWithDefault<Answers>
  articles: JsonWithDefault<Articles>
  particulars: JsonWithDefault<Particulars>
  reasons: JsonWithDefault<WrittenReason[]>
  identity_key: string | null
  findings: JsonWithDefault<Finding[]>
  problems: ColumnType<number, never, never>
  promised: ColumnType<number, never, never>
  revision: Generated<number>
  edited_by: string | null
  edited_at: Generated<string>
  submitted_at: string | null
  name_order: string | null
  category_order: Generated<number>
  state_order: ColumnType<number, never, never>
  score: Numeric | null
  register_no: string | null
  printed_revision: number | null
}

export interface SelectionNominationVersion {
  nomination_id: number
  version: number
  answers: Json<Answers>
  articles: Json<Articles>
  hash: string
  unit_id: number
  at: Generated<string>
}

export interface SelectionPassage {
  id: GeneratedAlways<number>
  nomination_id: number
  from_unit_id: number
  to_unit_id: number
  rank: number | null
  at: Generated<string>
}

export interface SelectionPlan {
  id: GeneratedAlways<number>
  slug: string
  title: string
  unit_id: number
  sources: Json<Record<string, string>>
  revision: Generated<number>
  based_on: string | null
  created_by: number | null
  updated_at: Generated<string>
}

export interface SelectionPlanVersion {
  id: GeneratedAlways<number>
  plan_id: number
  version: number
  sources: Json<Record<string, string>>
  content: Json<Plan>
  hash: string
  reason: string
  published_by: number | null
  published_at: Generated<string>
}

export interface SelectionPoolEntry {
  stage_run_id: number
  nomination_id: number
  category: string
  outcome: Generated<string>
  reason: string | null
  evidence: JsonWithDefault<Record<string, unknown>>
  decided_by: string | null
  decided_at: string | null
}

export interface SelectionReading {
  id: GeneratedAlways<number>
  submission_id: number
  file_id: number
  state: Generated<string>
  result: NullableJson<JsonValue>
  summary: NullableJson<JsonValue>
  problem: string | null
  attempts: Generated<number>
  beat_at: string | null
  saved_as: number | null
  asked_at: Generated<string>
}

export interface SelectionReminder {
  submission_id: number
  kind: string
  about: string
  at: Generated<string>
}

export interface SelectionReturnNote {
  id: GeneratedAlways<number>
  submission_id: number
  nomination_id: number | null
  path: string | null
  comment: string
  due_on: string | null
  made_by: number | null
  at: Generated<string>
  settled_at: string | null
}

export interface SelectionScore {
  expert_id: number
  nomination_id: number
  recused: Generated<boolean>
  recusal_reason: string | null
  marks: JsonWithDefault<JsonValue>
  total: Numeric | null
  comment: string | null
  state: Generated<string>
  at: Generated<string>
}

export interface SelectionSelfRecommendation {
  id: GeneratedAlways<number>
  receipt: string
  campaign_id: number
  submission_id: number | null
  category: string
  by_other: boolean
  name: string
  answers: Json<JsonValue>
  reason: string
  sender_name: string
  sender_phone: string
  evidence: Generated<number[]>
  state: Generated<string>
  public_reason: string | null
  decided_by: string | null
  decided_at: string | null
  nomination_id: number | null
  received_at: Generated<string>
}

export interface SelectionSimilarPair {
  campaign_id: number
  left_id: number
  left_material: string
  right_id: number
  right_material: string
  share: number
  common: number
}

export interface SelectionStageRun {
  id: GeneratedAlways<number>
  campaign_id: number
  seq: number
  stage: string
  kind: string
  state: Generated<string>
  due_on: string | null
  opened_at: string | null
  closed_at: string | null
  record: JsonWithDefault<Record<string, unknown>>
}

export interface SelectionSubmission {
  id: GeneratedAlways<number>
  campaign_id: number
  unit_id: number
  above_id: number | null
  unit_key: string | null
  unit_class: string
  unit_order: number
  level: Generated<number>
  quota: Json<QuotaOfUnit[]>
  state: Generated<string>
  submitted_at: string | null
  accepted_at: string | null
  due_on: string | null
  return_due_on: string | null
  late_until: string | null
  report: JsonWithDefault<SubmissionReport>
  revision: Generated<number>
}

export interface SelectionTally {
  campaign_id: number
  category: string
  state: string
  n: number
}

export interface SelectionVetOpinion {
  request_id: number
  nomination_id: number
  opinion: string | null
  reason: string | null
  channel: string | null
  sealed_on: string | null
  at: string | null
  conclusion: string | null
  conclusion_reason: string | null
  concluded_by: number | null
  concluded_at: string | null
}

export interface SelectionVetRequest {
  id: GeneratedAlways<number>
  stage_run_id: number
  submission_id: number | null
  department: string
  unit_id: number | null
  letter_no: string | null
  due_on: string | null
  state: Generated<string>
  paper_file_id: number | null
  entered_by: number | null
  answered_by: string | null
  asked_at: Generated<string>
  reminded_at: string | null
  answered_at: string | null
}

export interface UnitsPerson {
  id: GeneratedAlways<number>
  name: string
  phone: string | null
  created_at: Generated<string>
}

export interface UnitsPost {
  id: GeneratedAlways<number>
  unit_id: number
  title: string
  roles: Generated<string[]>
  active: Generated<boolean>
}

export interface UnitsPostHolder {
  id: GeneratedAlways<number>
  post_id: number
  person_id: number
  rank: string
  since: Generated<string>
  until: string | null
}

export interface UnitsUnit {
  id: GeneratedAlways<number>
  parent_id: number | null
  path: Generated<string>
  name: string
  full_name: string
  kind: string
  region_code: string | null
  sort_no: Generated<number>
  population: number | null
  population_basis: string | null
  active: Generated<boolean>
  created_at: Generated<string>
}

export interface Tables {
  'access.account': AccessAccount
  'access.first_run': AccessFirstRun
  'access.session': AccessSession
  'access.slip': AccessSlip
  'app.clock': AppClock
  'app.idempotency': AppIdempotency
  'app.setting': AppSetting
  'audit.entry': AuditEntry
  'audit.head': AuditHead
  'audit.pending': AuditPending
  'ballot.admission': BallotAdmission
  'ballot.audit': BallotAudit
  'ballot.ballot': BallotBallot
  'ballot.census': BallotCensus
  'ballot.code': BallotCode
  'ballot.comment': BallotComment
  'ballot.delivery': BallotDelivery
  'ballot.election': BallotElection
  'ballot.head': BallotHead
  'ballot.leaf': BallotLeaf
  'ballot.log': BallotLog
  'ballot.node': BallotNode
  'ballot.pending': BallotPending
  'ballot.void_proposal': BallotVoidProposal
  'ballot.voter': BallotVoter
  'ballot.wechat': BallotWechat
  'ballot.witness': BallotWitness
  'calendar.day': CalendarDay
  'calendar.notice': CalendarNotice
  'files.file': FilesFile
  'files.upload': FilesUpload
  'files.upload_part': FilesUploadPart
  'micro.account': MicroAccount
  'micro.backing': MicroBacking
  'micro.budget_line': MicroBudgetLine
  'micro.call_back': MicroCallBack
  'micro.expense': MicroExpense
  'micro.household': MicroHousehold
  'micro.meeting': MicroMeeting
  'micro.member': MicroMember
  'micro.member_change': MicroMemberChange
  'micro.payment': MicroPayment
  'micro.picture': MicroPicture
  'micro.picture_hash': MicroPictureHash
  'micro.picture_match': MicroPictureMatch
  'micro.plaque': MicroPlaque
  'micro.posting': MicroPosting
  'micro.programme': MicroProgramme
  'micro.programme_change': MicroProgrammeChange
  'micro.project': MicroProject
  'micro.sheet': MicroSheet
  'micro.sheet_code': MicroSheetCode
  'micro.sheet_print': MicroSheetPrint
  'micro.signature': MicroSignature
  'micro.signing_link': MicroSigningLink
  'micro.step': MicroStep
  'notifications.message': NotificationsMessage
  'papers.certificate': PapersCertificate
  'papers.letter': PapersLetter
  'papers.letter_number': PapersLetterNumber
  'papers.package': PapersPackage
  'papers.package_part': PapersPackagePart
  'papers.sheet': PapersSheet
  'publicity.form_use': PublicityFormUse
  'publicity.notice': PublicityNotice
  'publicity.objection': PublicityObjection
  'selection.act': SelectionAct
  'selection.article_print': SelectionArticlePrint
  'selection.campaign': SelectionCampaign
  'selection.campaign_category': SelectionCampaignCategory
  'selection.consult_remark': SelectionConsultRemark
  'selection.consultation': SelectionConsultation
  'selection.decision': SelectionDecision
  'selection.expert': SelectionExpert
  'selection.honour': SelectionHonour
  'selection.inspection': SelectionInspection
  'selection.inspection_report': SelectionInspectionReport
  'selection.local_notice': SelectionLocalNotice
  'selection.nomination': SelectionNomination
  'selection.nomination_version': SelectionNominationVersion
  'selection.passage': SelectionPassage
  'selection.plan': SelectionPlan
  'selection.plan_version': SelectionPlanVersion
  'selection.pool_entry': SelectionPoolEntry
  'selection.reading': SelectionReading
  'selection.reminder': SelectionReminder
  'selection.return_note': SelectionReturnNote
  'selection.score': SelectionScore
  'selection.self_recommendation': SelectionSelfRecommendation
  'selection.similar_pair': SelectionSimilarPair
  'selection.stage_run': SelectionStageRun
  'selection.submission': SelectionSubmission
  'selection.tally': SelectionTally
  'selection.vet_opinion': SelectionVetOpinion
  'selection.vet_request': SelectionVetRequest
  'units.person': UnitsPerson
  'units.post': UnitsPost
  'units.post_holder': UnitsPostHolder
  'units.unit': UnitsUnit
}
