import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Keyset } from './keyset.ts'

type PagerProps = {
  keyset: Keyset
  next: string | null | undefined
  total?: number
  pageSize?: number
  shownRows: number
}

/** “第 51—100 条，共 1,234 条”, previous and next. */
export const KeysetPager = ({ keyset, next, total, pageSize = 50, shownRows }: PagerProps) => {
  if (keyset.page === 1 && !next) return total ? <p className="pager num">共{total.toLocaleString()}条</p> : null
  const from = (keyset.page - 1) * pageSize + 1
  return (
    <nav className="pager num" aria-label="翻页">
      <span>
        第{from.toLocaleString()}—{(from + shownRows - 1).toLocaleString()}条
        {total !== undefined && `，共${total.toLocaleString()}条`}
      </span>
      <Button icon={<LeftOutlined />} disabled={keyset.page === 1} onClick={keyset.previous}>
        上一页
      </Button>
      <Button icon={<RightOutlined />} iconPlacement="end" disabled={!next} onClick={() => next && keyset.next(next)}>
        下一页
      </Button>
    </nav>
  )
}
