import { usePermission } from '#kernel/access/desk/index.tsx'
import { Answered, EmptyState, Page, Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { memberApi, projectApi } from '../../shared/index.ts'
import { AddMember } from './add-member.tsx'
import { FormerLine, type Login, MemberLine } from './member-line.tsx'
import '../micro.css'
import '../signatures/signatures.css'

/** 党员和代表: who may lead and sign in the own village; whoever is both stands once. */
const MembersPage = () => {
  const enters = usePermission('village-staff')
  const start = useEndpoint(projectApi.startingPoints)
  return (
    <Page title="党员和代表" meta={start.data?.villages.length === 1 && start.data.villages[0]?.name} narrow>
      <Answered of={start}>
        {({ villages }) =>
          enters && villages[0] ? (
            <Members villageId={villages[0].id} />
          ) : (
            <EmptyState title="名册由村（社区）工作人员登记" hint="每村（社区）一份，登记在册的可以牵头项目、签名。" />
          )
        }
      </Answered>
    </Page>
  )
}

const Members = ({ villageId }: { villageId: number }) => {
  const list = useEndpoint(memberApi.listMembers, { params: { id: villageId } })
  return (
    <Answered of={list}>
      {({ rows, logins }) => (
        <>
          <AddMember villageId={villageId} rows={rows} />
          <List rows={rows.filter(({ active }) => active)} logins={logins} />
          <Former rows={rows.filter(({ active }) => !active)} />
        </>
      )}
    </Answered>
  )
}

type ListProps = { rows: memberApi.ListedMember[] }

const List = ({ rows, logins }: ListProps & { logins: Login[] }) => {
  const party = rows.filter(member => member.party).length
  const representatives = rows.filter(member => member.representative).length
  return (
    <Sheet
      title="名册"
      extra={
        <span className="num">
          {rows.length}名，其中党员{party}名、代表{representatives}名
        </span>
      }
    >
      {rows.length === 0 && <EmptyState title="还没有登记" hint="登记以后可以牵头项目、签名，并有年度额度。" />}
      <ul className="member-list">
        {rows.map(member => (
          <MemberLine key={member.id} member={member} login={logins.find(({ name }) => name === member.name)} />
        ))}
      </ul>
    </Sheet>
  )
}

const Former = ({ rows }: ListProps) =>
  rows.length > 0 && (
    <Sheet title="已移出的" extra={<span className="num">{rows.length}名</span>}>
      <ul className="member-list">
        {rows.map(member => (
          <FormerLine key={member.id} member={member} />
        ))}
      </ul>
    </Sheet>
  )

export default MembersPage
