import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, ConfirmAction, Sheet, Sheets, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { commendApi } from '../../../shared/index.ts'
import { CloseStage } from '../close-stage.tsx'
import { Obstacles } from '../obstacles.tsx'
import { NoticeLines } from '../publicise/notice-lines.tsx'
import type { StageProps } from '../stage-props.ts'
import { Honours } from './honours.tsx'
import './commend.css'

export type Commendation = AnswerOf<typeof commendApi.getCommendation>

/** 表彰: the register, the list in public, the stories, the ceremony. */
const CommendStage = ({ campaignId, stage }: StageProps) => {
  const commendation = useEndpoint(commendApi.getCommendation, { params: { id: campaignId, stage: stage.key } })
  return (
    <Answered of={commendation}>
      {data => (
        <>
          <Sheets>
            <div>
              <Register campaignId={campaignId} stage={stage} commendation={data} />
              <Results campaignId={campaignId} stage={stage} commendation={data} />
            </div>
            <div>
              {stage.state === 'open' && (
                <Sheet title="结束前还要办的事">
                  <Obstacles obstacles={stage.obstacles} />
                  {stage.permissions.run && <CloseStage campaignId={campaignId} stage={stage} />}
                </Sheet>
              )}
              <Sheet title="仪式和宣传">
                <ul className="commend-links">
                  <li>
                    <Link to={`/selection/campaigns/${campaignId}/stages/${stage.key}/ceremony`}>表彰仪式议程单</Link>
                  </li>
                  <li>
                    <Link to={`/selection/campaigns/${campaignId}/stages/${stage.key}/press`}>新闻通稿素材</Link>
                  </li>
                  <li>
                    <Link to={`/selection/campaigns/${campaignId}/earlier-winners`}>往届获奖名单（导入）</Link>
                  </li>
                </ul>
                {data.publicity.map(line => (
                  <p key={line}>{line}</p>
                ))}
              </Sheet>
            </div>
          </Sheets>
          <Honours campaignId={campaignId} stage={stage} commendation={data} />
        </>
      )}
    </Answered>
  )
}

/** The plan's pattern as a person reads it: 年度-类别-序号. */
const patternWords = (pattern: string) =>
  pattern
    .replaceAll('{year}', '年度')
    .replaceAll('{category}', '类别')
    .replaceAll('{unit}', '单位')
    .replaceAll('{n}', '序号')

type PartProps = StageProps & { commendation: Commendation }

const Register = ({ campaignId, stage, commendation }: PartProps) => {
  const [grantedOn, setGrantedOn] = useState(commendation.today)
  const enter = useAction(commendApi.registerHonours, { success: '已登入名册并编号' })
  const { waiting, honours, permissions } = commendation
  return (
    <Sheet title="荣誉名册">
      <p>
        《{commendation.register}》，编号式样“{patternWords(commendation.numbering)}”。已登入{honours.length}个
        {waiting > 0 && `，还有${waiting}个未登入`}。以后的推选按名册排除已获表彰的。
      </p>
      {commendation.unknown.length > 0 && (
        <p className="decide-wrong">
          “{commendation.unknown.map(({ character }) => character).join('、')}”不在笔画表中，请先在公示环节填写笔顺。
        </p>
      )}
      {permissions.run && waiting > 0 && (
        <ConfirmAction
          label="登入名册并编号"
          title={`给${waiting}个表彰对象编号`}
          button={{ type: 'primary' }}
          onConfirm={() => enter.run({ params: { id: campaignId, stage: stage.key }, body: { grantedOn } })}
        >
          <p>按名单次序编号，编号以后不再改动。</p>
          <label htmlFor="granted-on">表彰日期</label>
          <Input
            id="granted-on"
            type="date"
            value={grantedOn}
            style={{ width: 180, marginLeft: 8 }}
            onChange={({ target }) => setGrantedOn(target.value)}
          />
        </ConfirmAction>
      )}
    </Sheet>
  )
}

const Results = ({ campaignId, stage, commendation }: PartProps) => {
  const navigate = useNavigate()
  const draft = useAction(commendApi.draftResult, { onDone: ({ noticeId }) => navigate(`/notices/${noticeId}`) })
  const { results, honours, permissions, slug } = commendation
  const issued = results.some(({ state }) => state === 'issued')
  return (
    <Sheet title="公布名单">
      <NoticeLines notices={results} />
      {issued && (
        <p>
          <a href={`/selection/${slug}/results`} target="_blank" rel="noreferrer">
            看公开的名单
          </a>
        </p>
      )}
      {!issued && <p>名单经拟稿、审核、签发三个人办理后公开；签发以前，网站上没有任何名字。</p>}
      {permissions.run && (
        <Button
          type={issued ? 'default' : 'primary'}
          disabled={honours.length === 0}
          loading={draft.running}
          onClick={() => draft.run({ params: { id: campaignId, stage: stage.key } })}
        >
          {issued ? '拟新版本' : '拟公布名单'}
        </Button>
      )}
    </Sheet>
  )
}

export default CommendStage
