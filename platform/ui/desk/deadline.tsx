type DeadlineProps = {
  /** ISO date or instant of the last day. */
  due: string
  /** Working days left as the calendar counts them: 0 today, negative overdue. */
  workdaysLeft?: number
  /** The calendar of that year is not announced yet. */
  provisional?: boolean
  /** Nothing is expected any more. */
  settled?: boolean
}

/** A date and what it means: “1月7日，还有4个工作日”. Red only when it is today or over. */
export const Deadline = ({ due, workdaysLeft, provisional, settled }: DeadlineProps) => {
  const left = settled ? undefined : workdaysWords(workdaysLeft)
  return (
    <span className="deadline num">
      <time dateTime={due}>{dateWords(due)}</time>
      {left && <em className={toneOf(workdaysLeft!)}>{left}</em>}
      {provisional && (
        <small className="provisional" title="该年放假安排尚未发布，日期为预估">
          预估
        </small>
      )}
    </span>
  )
}

/** “1月7日”, with the hour when an instant is given and it is not the end of the day. */
export const dateWords = (iso: string): string => {
  if (!iso.includes('T')) {
    const [, month, day] = iso.split('-').map(Number)
    return `${month}月${day}日`
  }
  const local = Temporal.Instant.from(iso).toZonedDateTimeISO('Asia/Shanghai')
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  return `${local.month}月${local.day}日${time === '23:59' || time === '00:00' ? '' : ` ${time}`}`
}

/** “还有3个工作日”, “今天截止”, “已超2个工作日”. */
export const workdaysWords = (left: number | undefined): string | undefined => {
  if (left === undefined) return undefined
  if (left === 0) return '今天截止'
  return left > 0 ? `还有${left}个工作日` : `已超${-left}个工作日`
}

const toneOf = (left: number) => {
  if (left <= 0) return 'late'
  return left <= 2 ? 'near' : ''
}
