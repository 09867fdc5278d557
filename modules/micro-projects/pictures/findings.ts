import type { Db } from '#platform/db/index.ts'
import type { Project } from '../project/load.ts'
import type { ProblemFinding } from '../shared/index.ts'
import { distanceMetres, middleOf } from './place.ts'
import { laterMatchesOf, type Match, matchesOf, type PictureRow, picturesOf } from './queries.ts'
import { timeWarning } from './taken.ts'

/** Metres from the middle of the others at which a picture is asked about: a village's path is shorter. */
const FAR_METRES = 500

/** Whose project may be named to the reader; the village is told of “另一项目” and no more. */
type Naming = (match: Match) => boolean

/**
 * What is wrong with a project's pictures: none before or after, the same before and after (R004-04), one that another
 * project has used, and what their files say of time and place that does not fit.
 */
export const pictureFindings = async (
  db: Db,
  project: Project,
  names: Naming = () => false,
): Promise<ProblemFinding[]> => {
  const pictures = await picturesOf(db, project.id)
  const matches = await matchesOf(db, project.id)
  const works = pictures.filter(({ part }) => part !== 'notice' && part !== 'plaque')
  return [
    ...missing(pictures),
    ...beforeLikeAfter(works, matches, project.id),
    ...usedElsewhere(works, matches, project.id, names),
    ...usedSince(works, await laterMatchesOf(db, project.id), names),
    ...works.flatMap(picture => timeWarning(picture, project) ?? []),
    ...farFromOthers(works),
  ]
}

const missing = (pictures: PictureRow[]): ProblemFinding[] =>
  (['before', 'after'] as const)
    .filter(wanted => !pictures.some(({ part }) => part === wanted))
    .map(part => ({
      path: `pictures.${part}`,
      severity: 'block',
      rule: 'R004-04',
      message: part === 'before' ? '缺少项目实施之前的照片。' : '缺少项目完成之后的照片。',
    }))

const at = (picture: PictureRow) => `pictures.${picture.id}`

const beforeLikeAfter = (pictures: PictureRow[], matches: Match[], projectId: number): ProblemFinding[] => {
  const partOf = new Map(pictures.map(({ id, part }) => [id, part]))
  const alike = matches.filter(({ pictureId, earlierId, projectId: other }) => {
    const parts = [partOf.get(pictureId), partOf.get(earlierId)]
    return other === projectId && parts.includes('before') && parts.includes('after')
  })
  const later = pictures.filter(({ id }) => alike.some(({ pictureId }) => pictureId === id))
  const message = '项目前后照片高度相似，请重新上传。'
  return later.map(picture => ({ path: at(picture), severity: 'block', rule: 'R004-04', message }))
}

/** Whether a match is with another project's picture and nobody has looked at it yet. */
const isOpen = (picture: { id: number }, projectId: number) => (match: Match) =>
  match.pictureId === picture.id && match.projectId !== projectId && !match.cleared

/** The picture that came later stops its project until it is changed or looked at: which of the two is whose, no hash says. */
const usedElsewhere = (pictures: PictureRow[], matches: Match[], projectId: number, names: Naming) =>
  pictures.flatMap((picture): ProblemFinding[] => {
    const match = matches.find(isOpen(picture, projectId))
    if (!match) return []
    const message = names(match)
      ? `这张照片与${match.year}年的“${match.title}”中已经用过的照片高度相似，请核对；确是本项目现场拍摄的，写明理由后可以放行。`
      : '这张照片与另一项目中已经用过的照片高度相似。请上传本项目现场拍摄的照片；确是现场拍摄的，请联系党建办核对。'
    return [{ path: at(picture), severity: 'block', rule: 'R004-04', message }]
  })

/** The other side of it, for whoever may know of both projects: it may be the earlier picture that is not its own. */
const usedSince = (pictures: PictureRow[], later: Match[], names: Naming) =>
  pictures.flatMap((picture): ProblemFinding[] => {
    const match = later.find(each => each.pictureId === picture.id && !each.cleared && names(each))
    if (!match) return []
    const message = `${match.year}年的“${match.title}”后来上传的照片与这张高度相似，请核对是在哪个项目现场拍摄的。`
    return [{ path: at(picture), severity: 'warning', rule: 'R004-04', message }]
  })

const farFromOthers = (pictures: PictureRow[]): ProblemFinding[] => {
  const placed = pictures.flatMap(picture => {
    const { latitude, longitude } = picture
    return latitude === null || longitude === null ? [] : [{ picture, latitude, longitude }]
  })
  return placed.flatMap(({ picture, ...place }): ProblemFinding[] => {
    const middle = middleOf(placed.filter(other => other.picture !== picture))
    const metres = middle ? distanceMetres(place, middle) : 0
    if (metres <= FAR_METRES) return []
    const far = metres < 1000 ? `${Math.round(metres)}米` : `${(metres / 1000).toFixed(1)}公里`
    const message = `这张照片的拍摄地点离其他照片约${far}，请核对是否在项目现场拍摄。`
    return [{ path: at(picture), severity: 'warning', rule: 'R004-04', message }]
  })
}
