import { Page } from '#platform/ui/desk/index.ts'
import { NoticeList } from '../notice-list.tsx'

/** 公示与发布: everything that goes 拟稿—审核—签发. */
const NoticesPage = () => (
  <Page title="公示与发布" meta="公示、结果和事迹都经拟稿、审核、签发三个人才会公开。">
    <NoticeList />
  </Page>
)

export default NoticesPage
