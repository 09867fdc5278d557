/** SM3, GB/T 32905-2016. */

const start = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e]

const turn = (word: number, by: number) => (word << by) | (word >>> (32 - by))
const p0 = (x: number) => x ^ turn(x, 9) ^ turn(x, 17)
const p1 = (x: number) => x ^ turn(x, 15) ^ turn(x, 23)

const constants = Int32Array.from({ length: 64 }, (_, j) => turn(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32))

const padded = (message: Uint8Array): DataView => {
  const length = ((message.length + 8) >> 6) * 64 + 64
  const bytes = new Uint8Array(length)
  bytes.set(message)
  bytes[message.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(length - 8, Math.floor(message.length / 0x20000000))
  view.setUint32(length - 4, (message.length << 3) >>> 0)
  return view
}

const w = new Int32Array(68)

const expand = (block: DataView, at: number): void => {
  for (let j = 0; j < 16; j += 1) w[j] = block.getInt32(at + 4 * j)
  for (let j = 16; j < 68; j += 1)
    w[j] = p1(w[j - 16]! ^ w[j - 9]! ^ turn(w[j - 3]!, 15)) ^ turn(w[j - 13]!, 7) ^ w[j - 6]!
}

const compress = (state: Int32Array): void => {
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let j = 0; j < 64; j += 1) {
    const a12 = turn(a, 12)
    const ss1 = turn((a12 + e + constants[j]!) | 0, 7)
    const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c)
    const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g)
    const tt1 = (ff + d + (ss1 ^ a12) + (w[j]! ^ w[j + 4]!)) | 0
    const tt2 = (gg + h + ss1 + w[j]!) | 0
    ;[d, c, b, a] = [c, turn(b, 9), a, tt1]
    ;[h, g, f, e] = [g, turn(f, 19), e, p0(tt2)]
  }
  const words = [a, b, c, d, e, f, g, h]
  for (let k = 0; k < 8; k += 1) state[k] = state[k]! ^ words[k]!
}

export const sm3 = (message: Uint8Array): Uint8Array => {
  const state = Int32Array.from(start)
  const blocks = padded(message)
  for (let at = 0; at < blocks.byteLength; at += 64) {
    expand(blocks, at)
    compress(state)
  }
  const out = new DataView(new ArrayBuffer(32))
  for (let k = 0; k < 8; k += 1) out.setInt32(4 * k, state[k]!)
  return new Uint8Array(out.buffer)
}
