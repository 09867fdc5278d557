/** A finished file with the name it is given out under and its media type. */
export type GivenFile = { bytes: Uint8Array; name: string; mime: string }

/** An answer with a file that was made for this request: never kept by a cache, never guessed at by a browser. */
export const attachment = ({ bytes, name, mime }: GivenFile): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mime,
      'content-disposition': disposition('attachment', name),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })

/** RFC 6266 with RFC 5987: an ASCII stand-in, then the name itself in UTF-8. */
export const disposition = (type: 'inline' | 'attachment', name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${type}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
