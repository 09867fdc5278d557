import { Select } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, EmptyState, Page, useEndpoint } from '#platform/ui/desk/index.ts'
import { projectApi } from '../../shared/index.ts'
import { Held } from './held.tsx'
import { Waiting } from './waiting.tsx'
import '../micro.css'
import './meetings.css'

type Programmes = AnswerOf<typeof projectApi.startingPoints>['programmes']

/** 会议研究: what waits is decided in one meeting, with one record. */
const MeetingsPage = () => {
  const start = useEndpoint(projectApi.startingPoints)
  return (
    <Page title="会议研究" narrow>
      <Answered of={start}>
        {({ programmes }) =>
          programmes[0] ? (
            <OfProgramme programmes={programmes} first={programmes[0].id} />
          ) : (
            <EmptyState
              title="还没有启动年度活动"
              hint="党建办启动年度活动以后，核定了经费的项目在这里提交会议研究。"
            />
          )
        }
      </Answered>
    </Page>
  )
}

/** Last year's projects may still wait when this year's have begun: each year has its own meetings. */
const OfProgramme = ({ programmes, first }: { programmes: Programmes; first: number }) => {
  const [id, setId] = useState(first)
  const meetings = useEndpoint(projectApi.listMeetings, { params: { id } })
  const { programme } = programmes.find(each => each.id === id)!
  return (
    <>
      {programmes.length > 1 && (
        <Select
          className="micro-year"
          aria-label="年度活动"
          value={id}
          options={programmes.map(each => ({ value: each.id, label: `${each.unitName} ${each.programme.year}年` }))}
          onChange={setId}
        />
      )}
      <Answered of={meetings}>
        {data => (
          <>
            <Waiting
              key={`${id}-${data.meetings.length}`}
              programmeId={id}
              body={programme.meetingBody}
              waiting={data.waiting}
            />
            <Held programmeId={id} meetings={data.meetings} />
          </>
        )}
      </Answered>
    </>
  )
}

export default MeetingsPage
