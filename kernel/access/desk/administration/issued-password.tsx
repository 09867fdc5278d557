import { Modal } from 'antd'
import type { IssuedPassword } from '../../shared/administration-api.ts'
import './administration.css'

/** Shows a first password, this one time. */
export const IssuedPasswordDialog = ({ issued, onClose }: { issued: IssuedPassword; onClose: () => void }) => (
  <Modal
    open
    title="初始密码（只显示这一次）"
    okText="已记下"
    cancelButtonProps={{ style: { display: 'none' } }}
    closable={false}
    keyboard={false}
    mask={{ closable: false }}
    onOk={onClose}
  >
    <div className="issued">
      账号：<code>{issued.login}</code>
      <br />
      密码：<code>{issued.initialPassword}</code>
    </div>
    请当面或电话告诉本人。本人第一次登录须先换成自己的密码，才能办事。系统不保存密码原文；遗忘时可以再发放一次。
  </Modal>
)
