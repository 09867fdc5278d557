/**
 * What the jsonb columns hold, for the generated table types: 'schema.table.column' → a type and the module it comes
 * from. A column that is not named here reads as `JsonValue`. Run `npm run db:snapshot` afterwards.
 */
export const jsonColumns: Record<string, { type: string; from?: string }> = {
  'audit.entry.detail': { type: 'Record<string, unknown>' },
  'ballot.election.rules': { type: 'Rules', from: '#modules/ballot/shared/index.ts' },
  'ballot.election.refs': { type: 'Record<string, number>' },
  'ballot.election.result': { type: 'Result', from: '#modules/ballot/shared/index.ts' },
  'ballot.audit.findings': { type: '{ rule: string; message: string }[]' },
  'files.file.facts': { type: 'Record<string, unknown>' },
  'publicity.notice.content': { type: 'NoticeContent', from: '#kernel/publicity/shared/index.ts' },
  'publicity.notice.period': { type: 'PublicityPeriod', from: '#kernel/calendar/shared/index.ts' },
  'selection.plan.sources': { type: 'Record<string, string>' },
  'selection.plan_version.sources': { type: 'Record<string, string>' },
  'selection.plan_version.content': { type: 'Plan', from: '#modules/selection/shared/index.ts' },
  'selection.campaign.settings': { type: 'CampaignSettings', from: '#modules/selection/shared/index.ts' },
  'selection.submission.quota': { type: 'QuotaOfUnit[]', from: '#modules/selection/shared/index.ts' },
  'selection.submission.report': { type: 'SubmissionReport', from: '#modules/selection/shared/index.ts' },
  'selection.nomination.answers': { type: 'Answers', from: '#kernel/forms/shared/index.ts' },
  'selection.nomination.articles': { type: 'Articles', from: '#modules/selection/shared/index.ts' },
  'selection.nomination.particulars': { type: 'Particulars', from: '#modules/selection/shared/index.ts' },
  'selection.nomination.reasons': { type: 'WrittenReason[]', from: '#modules/selection/shared/index.ts' },
  'selection.nomination.findings': { type: 'Finding[]', from: '#modules/selection/shared/index.ts' },
  'selection.nomination_version.answers': { type: 'Answers', from: '#kernel/forms/shared/index.ts' },
  'selection.nomination_version.articles': { type: 'Articles', from: '#modules/selection/shared/index.ts' },
  'selection.pool_entry.evidence': { type: 'Record<string, unknown>' },
  'selection.stage_run.record': { type: 'Record<string, unknown>' },
}
