/** SHA-256 (FIPS 180-4) where no platform offers one: the compiler's tests take arms as the gateway does. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const state = Uint32Array.from(initial)
  const blocks = padded(bytes)
  for (let at = 0; at < blocks.byteLength; at += 64) compress(state, new DataView(blocks.buffer, at, 64))
  const digest = new DataView(new ArrayBuffer(32))
  state.forEach((word, index) => digest.setUint32(index * 4, word))
  return new Uint8Array(digest.buffer)
}

/** The first 32 bits of the fractions of the square roots of the first eight primes. */
const initial = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
] as const

/** The same of the cube roots of the first sixty-four. */
const rounds = [
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
] as const

/** A one bit, zeros, and the length in bits: whole blocks of 64 bytes. */
function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  blocks.set(bytes)
  blocks[bytes.length] = 0x80
  new DataView(blocks.buffer).setBigUint64(blocks.length - 8, BigInt(bytes.length) * 8n)
  return blocks
}

function compress(state: Uint32Array, block: DataView): void {
  const words = schedule(block)
  const next = Uint32Array.from(state)
  rounds.forEach((constant, round) => {
    const [a, b, c, , e, f, g, h] = next as unknown as readonly number[] as Eight
    const first = h + mix(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + constant + at(words, round)
    const second = mix(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c))
    next.copyWithin(1, 0, 7)
    next[4] = at(next, 4) + first
    next[0] = first + second
  })
  next.forEach((word, index) => (state[index] = at(state, index) + word))
}

type Eight = readonly [number, number, number, number, number, number, number, number]

function schedule(block: DataView): Uint32Array {
  const words = new Uint32Array(64)
  for (let i = 0; i < 64; i++) words[i] = i < 16 ? block.getUint32(i * 4) : extend(words, i)
  return words
}

function extend(words: Uint32Array, i: number): number {
  const [early, late] = [at(words, i - 15), at(words, i - 2)]
  const low = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
  const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
  return at(words, i - 16) + low + at(words, i - 7) + high
}

const turn = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits))

const mix = (word: number, x: number, y: number, z: number): number =>
  turn(word, x) ^ turn(word, y) ^ turn(word, z)

// Within bounds: every index above is counted.
const at = (words: Uint32Array, index: number): number => words[index] as number
