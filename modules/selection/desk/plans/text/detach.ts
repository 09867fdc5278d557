import { type Document, isAlias, isCollection, isMap, isNode, isScalar, isSeq, type Node, visit } from 'yaml'
import type { PlanPath } from '../../../shared/index.ts'

/**
 * Writes out every `*alias` that shares what stands on the way to `path`, so that an edit there changes this one place:
 * aliases on the way become copies, and copies replace the aliases of anchored values on the way.
 */
export const detach = (document: Document, path: PlanPath): void => {
  let node: unknown = document.contents
  let put = (copy: Node) => {
    document.contents = copy
  }
  for (const segment of [...path, undefined]) {
    if (isAlias(node)) {
      node = copyOf(node.resolve(document))
      put(node as Node)
    }
    if (isNode(node) && 'anchor' in node && node.anchor) releaseAliases(document, node)
    if (segment === undefined || !isCollection(node)) return
    const holder = node
    const inside = childOf(holder, segment)
    put = copy => holder.set(segment, copy)
    node = inside
  }
}

/** Writes out the aliases of whatever is anchored inside a value that is about to go or to move: others still need it. */
export const release = (document: Document, path: PlanPath): void => {
  const node = path.length === 0 ? document.contents : document.getIn(path, true)
  if (!isNode(node)) return
  const anchored: Anchored[] = []
  visit(node, {
    Node: (_, inner) => {
      if ('anchor' in inner && inner.anchor) anchored.push(inner)
    },
  })
  for (const source of anchored) releaseAliases(document, source)
}

type Anchored = Node & { anchor?: string | undefined }

const childOf = (holder: unknown, segment: string | number): unknown => {
  if (isSeq(holder)) return holder.items[Number(segment)]
  if (isMap(holder))
    return holder.items.find(({ key }) => isScalar(key) && String(key.value) === String(segment))?.value
  return undefined
}

const releaseAliases = (document: Document, source: Anchored) => {
  visit(document, {
    Alias: (_, alias) => (alias.resolve(document) === source ? copyOf(source) : undefined),
  })
  delete source.anchor
}

const copyOf = (node: unknown): Node => {
  const copy = (node as Node).clone() as Node
  visit(copy, {
    Node: (_, inner) => {
      if ('anchor' in inner) delete (inner as { anchor?: string }).anchor
    },
  })
  return copy
}
