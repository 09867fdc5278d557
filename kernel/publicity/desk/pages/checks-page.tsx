import { Button, Input } from 'antd'
import { useState } from 'react'
import { Answered, dateWords, Page, Sheet, StateTag, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { type Check, listChecks, replyToCheck } from '../../shared/objection-api.ts'

/** 核查事项: points other units ask this one to check. Who raised them is not said, and must not be guessed at. */
const ChecksPage = () => {
  const checks = useEndpoint(listChecks, { query: {} })
  return (
    <Page title="核查事项" meta="请就事核查、如实答复，不得打听、追查反映人。" narrow>
      <Answered of={checks}>
        {({ rows }) => (
          <>
            {rows.length === 0 && <p>没有需要核查的事项。</p>}
            {rows.map(check => (
              <CheckSheet key={check.id} check={check} />
            ))}
          </>
        )}
      </Answered>
    </Page>
  )
}

const CheckSheet = ({ check }: { check: Check }) => {
  const [reply, setReply] = useState(check.unitReply ?? '')
  const { run, running } = useAction(replyToCheck, { success: '已答复' })
  return (
    <Sheet title={check.itemName} extra={`${check.noticeTitle} · ${dateWords(check.pointsAt)}`}>
      <p style={{ whiteSpace: 'pre-wrap' }}>{check.points}</p>
      {check.open ? (
        <>
          <Input.TextArea
            aria-label="核查情况"
            placeholder="核查情况：查了什么、怎么查的、结果如何"
            value={reply}
            autoSize={{ minRows: 3 }}
            maxLength={3000}
            onChange={({ target }) => setReply(target.value)}
          />
          <p>
            <Button
              type="primary"
              loading={running}
              disabled={reply.trim() === ''}
              onClick={() => run({ params: { id: check.id }, body: { reply } })}
            >
              {check.unitReply ? '改后重新答复' : '答复'}
            </Button>
          </p>
        </>
      ) : (
        <p>
          <StateTag tone="done">已办结</StateTag> {check.unitReply}
        </p>
      )}
    </Sheet>
  )
}

export default ChecksPage
