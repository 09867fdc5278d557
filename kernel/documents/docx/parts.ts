/** A file inside the package. */
export type Part = { name: string; content: string | Uint8Array }
type Relation = { id: string; type: string; target: string }

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const xml = (relations: Relation[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations
    .map(({ id, type, target }) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** Media of a package, shared by all its parts; the same bytes are stored once. */
export type Media = { files: Map<Uint8Array, string>; drawings: number }

/** The pictures and further parts that one part of the package refers to. */
export class Parts {
  readonly relations: Relation[] = []
  readonly media: Media

  constructor(media: Media) {
    this.media = media
  }

  /** Refers to another part; answers with the relation's id. */
  refer(type: string, target: string): string {
    const known = this.relations.find(relation => relation.target === target)
    if (known) return known.id
    const id = `rId${this.relations.length + 1}`
    this.relations.push({ id, type, target })
    return id
  }

  /** A number for a drawing, unlike any other in the package. */
  drawing(): number {
    this.media.drawings += 1
    return this.media.drawings
  }

  image(data: Uint8Array, format: 'jpg' | 'png'): { relation: string; id: number } {
    const { files } = this.media
    const name = files.get(data) ?? `media/image${files.size + 1}.${format === 'jpg' ? 'jpeg' : 'png'}`
    files.set(data, name)
    return { relation: this.refer('image', name), id: this.drawing() }
  }

  /** The relations as the file beside the part. */
  xml(): string {
    return xml(this.relations)
  }
}
