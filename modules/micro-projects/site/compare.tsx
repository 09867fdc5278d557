import type { PublicPicture } from './queries.ts'
import { pictureAddress } from './words.ts'

type Props = { code: string; before: PublicPicture; after: PublicPicture }

/** Before and after: two pictures, which the script lays over each other with a slider between them. */
export const Compare = ({ code, before, after }: Props) => (
  <div class="compare">
    <Side code={code} picture={before} name="before" words="实施前" />
    <Side code={code} picture={after} name="after" words="完成后" />
    <label class="compare-slide" hidden>
      <span class="unseen">左右拖动，对比实施前和完成后</span>
      <input type="range" min="0" max="100" value="50" />
    </label>
  </div>
)

const Side = ({
  code,
  picture,
  name,
  words,
}: {
  code: string
  picture: PublicPicture
  name: string
  words: string
}) => (
  <figure class={name}>
    <img
      src={pictureAddress(code, picture.id, '1280')}
      alt={`${words}的照片`}
      width={picture.width}
      height={picture.height}
    />
    <figcaption>{words}</figcaption>
  </figure>
)
