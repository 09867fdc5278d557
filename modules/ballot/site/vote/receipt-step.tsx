import type { Election } from '../../election/load.ts'
import { commentLimit } from '../../shared/api/index.ts'

/** After the cast: the number, how to keep it, a change, a comment. Shown by the script. */
export const ReceiptStep = ({ election }: { election: Election }) => (
  <section id="step-receipt" class="ballot-step" aria-labelledby="receipt-title" hidden>
    <h2 id="receipt-title" tabindex={-1}>
      已经投出
    </h2>
    <p>请记下受理号，或者截图、打印。凭它随时可以查到您的选票在记录里。</p>
    <p class="ballot-number num" id="number" />
    <img id="qr" class="ballot-qr" src="data:," alt="二维码，扫描后查验这张回执" width={148} height={148} hidden />
    <p class="why" id="taken" />
    <p class="why" id="checked" role="status" />
    <p class="why">受理号不要给别人：截止后选票公开，有受理号的人能看到这一票选了谁。</p>
    <div class="ballot-actions">
      <a class="button main" id="check" href="/ballot/receipts">
        查验回执
      </a>
      <button type="button" class="button" id="copy">
        复制受理号
      </button>
      <button type="button" class="button not-wechat" id="save">
        保存回执文件
      </button>
      <button type="button" class="button not-wechat" id="print">
        打印
      </button>
      {election.rules.changes > 0 && (
        <button type="button" class="button" id="change">
          改票
        </button>
      )}
    </div>
    <p class="why wechat-only" hidden>
      微信里不能保存文件：请截图，或者复制受理号发给自己。
    </p>
    <CommentForm election={election} />
  </section>
)

const CommentForm = ({ election }: { election: Election }) => (
  <form id="comment-form" class="ballot-comment-form" novalidate hidden>
    <h3>想说几句？（选填）</h3>
    <p class="hint">评语与选票分开存放，不显示姓名和号码；审阅后可能在表彰时选用。</p>
    <div class="field">
      <label for="comment-candidate">写给谁</label>
      <select id="comment-candidate" name="candidate">
        {election.rules.categories.map(({ name, candidates }) => (
          <optgroup label={name}>
            {candidates.map(candidate => (
              <option value={String(candidate.no)}>{candidate.name}</option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
    <div class="field">
      <label for="comment-words">评语</label>
      <textarea id="comment-words" name="words" rows={4} maxlength={commentLimit} />
    </div>
    <button type="submit" class="button">
      留下评语
    </button>
    <p id="comment-status" role="status" />
  </form>
)
