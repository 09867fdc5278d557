import { Button, Modal } from 'antd'
import { useEffect } from 'react'
import { dateWords } from '#platform/ui/desk/index.ts'
import type { Vetting } from '../../../stages/vet/shared/api.ts'
import './letter.css'

/** The letter that goes with the sheet to be stamped, one for all departments; printed by itself. */
export const Letter = ({ vetting, onClose }: { vetting: Vetting; onClose: () => void }) => {
  useEffect(() => {
    document.body.classList.add('prints-letter')
    return () => document.body.classList.remove('prints-letter')
  }, [])
  return (
    <Modal
      open
      width={800}
      title="征求意见函"
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={() => window.print()}>
          打印
        </Button>
      }
    >
      <article className="vet-letter">
        <h1>关于征求推荐对象意见的函</h1>
        {vetting.letterNo && <p className="vet-letter-no">{vetting.letterNo}</p>}
        <p>
          <span className="vet-letter-to" />：
        </p>
        <p className="vet-letter-text">
          根据{vetting.campaignTitle}工作安排，现就推荐对象（名单附后）征求你单位意见。请
          {vetting.dueOn ? `于${dateWords(vetting.dueOn)}前` : '尽快'}
          将审查意见填入所附汇总表，加盖单位公章后退回。如无异议，直接填写“无异议”；如有异议，请说明情况。请勿填写国家秘密、案件线索。
        </p>
        <p className="vet-letter-sign">
          {vetting.asker}
          <br />
          年　　月　　日
        </p>
        <p>附：推荐对象名单（共{vetting.names.length}个）</p>
        <table>
          <thead>
            <tr>
              <th>序号</th>
              <th>推荐对象</th>
              <th>单位职务</th>
              <th>类别</th>
            </tr>
          </thead>
          <tbody>
            {vetting.names.map((name, index) => (
              <tr key={name.nominationId}>
                <td>{index + 1}</td>
                <td>{name.name}</td>
                <td>{[name.workplace, name.post].filter(Boolean).join('　')}</td>
                <td>{name.categoryName}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </article>
    </Modal>
  )
}
