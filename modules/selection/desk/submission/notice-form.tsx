import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { DayStrip, useCalendar } from '#kernel/calendar/desk/index.tsx'
import { chineseDate, publicityPeriod } from '#kernel/calendar/shared/index.ts'
import { type StoredFile, uploadFile } from '#kernel/files/shared/index.ts'
import { Uploader, useAction } from '#platform/ui/desk/index.ts'
import { submissionsApi } from '../../shared/index.ts'
import { Labelled } from '../labelled.tsx'
import { nameOf } from '../words.ts'
import type { Submission } from './findings.ts'

type Props = { submission: Submission; asks: NonNullable<Submission['asks']['notice']>; onClose: () => void }

/** Registering the unit's own notice: where, since when, with what evidence, which names; its last day is worked out. */
export const NoticeForm = ({ submission, asks, onClose }: Props) => {
  const { today } = useSession()
  const own = submission.nominations.filter(({ state }) => state !== 'removed')
  const [medium, setMedium] = useState('')
  const [mediaLevel, setLevel] = useState(asks.levels[0]?.key ?? 'unit')
  const [url, setUrl] = useState('')
  const [publishedOn, setPublishedOn] = useState(today)
  const [files, setFiles] = useState<StoredFile[]>([])
  const [names, setNames] = useState(own.map(({ id }) => id))
  const add = useAction(submissionsApi.addLocalNotice, { success: '已登记', onDone: onClose })
  const save = () =>
    add.run({
      params: { id: submission.id },
      body: {
        medium: medium.trim(),
        mediaLevel,
        ...(url.trim() && { url: url.trim() }),
        publishedOn,
        fileKeys: files.map(({ key }) => key),
        nominationIds: names,
      },
    })
  return (
    <div className="notice-form">
      <Labelled label="在哪里公示">
        <Input
          value={medium}
          maxLength={200}
          placeholder={`如 ${asks.media.join('、')}`}
          onChange={({ target }) => setMedium(target.value)}
        />
      </Labelled>
      <Labelled label="媒体级别">
        <Select
          value={mediaLevel}
          options={asks.levels.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={setLevel}
        />
      </Labelled>
      <Labelled label="网址（有则填）">
        <Input value={url} inputMode="url" placeholder="https://" onChange={({ target }) => setUrl(target.value)} />
      </Labelled>
      <Labelled label="发布日期">
        <Input type="date" value={publishedOn} onChange={({ target }) => setPublishedOn(target.value)} />
      </Labelled>
      <Reckoned publishedOn={publishedOn} asks={asks} dueOn={submission.dueOn} />
      <fieldset>
        <legend>列入公示的推荐对象</legend>
        <Checkbox.Group
          value={names}
          onChange={setNames}
          options={own.map(nominee => ({ value: nominee.id, label: nameOf(nominee) }))}
        />
      </fieldset>
      <div>
        <Uploader
          endpoint={uploadFile}
          multiple
          accept="application/pdf,image/jpeg,image/png"
          label="上传公示证明"
          hint="报纸版面、网页截图或张贴照片，PDF或图片。"
          onUploaded={stored => setFiles(before => [...before, stored])}
        />
        {files.map(({ key, name }) => (
          <p key={key}>
            {name}{' '}
            <Button type="link" size="small" onClick={() => setFiles(files.filter(file => file.key !== key))}>
              移除
            </Button>
          </p>
        ))}
      </div>
      <p className="notice-form-acts">
        <Button
          type="primary"
          loading={add.running}
          disabled={!medium.trim() || !publishedOn || names.length === 0}
          onClick={save}
        >
          登记
        </Button>
        <Button onClick={onClose}>取消</Button>
      </p>
    </div>
  )
}

type ReckonedProps = { publishedOn: string; asks: Props['asks']; dueOn: string | null }

/** The period as it will be counted, before anything is saved. */
const Reckoned = ({ publishedOn, asks, dueOn }: ReckonedProps) => {
  const { data: calendar } = useCalendar()
  const { today } = useSession()
  if (!calendar || !/^\d{4}-\d{2}-\d{2}$/.test(publishedOn)) return null
  const period = publicityPeriod(calendar, {
    publishedOn,
    workdays: asks.workdays,
    countPublishDay: asks.countPublishDay,
  })
  return (
    <div className="reckoned">
      <p>
        公示至<b>{chineseDate(period.lastDay)}</b>
        {dueOn && period.lastDay > dueOn && (
          <span className="late-notice">
            ，晚于上报截止日期。{asks.runningAllowed ? '可先上报，公示期满前不能审定。' : ''}
          </span>
        )}
      </p>
      <DayStrip period={period} today={today} />
    </div>
  )
}
