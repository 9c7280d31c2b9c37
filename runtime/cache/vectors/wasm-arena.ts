import { SLICE, type Arena } from './arena.ts'
import { scoreModule } from './generated/score-module.ts'

/** The layout of score.wat. */
const slotsAt = 16_384
const vectorsAt = 32_768
const pageBytes = 65_536

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number }
  readonly score: (count: number, stride: number) => void
}

/** Neither the language's library nor Node's types have it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: object }
}

/** Whether this process can run WebAssembly: `node --jitless` cannot. */
export const hasWebAssembly = typeof WebAssembly !== 'undefined'

/** The engine of score.wat: vectors in WebAssembly's memory, sixteen dimensions of four vectors a step. */
export function createWasmArena(dimensions: number): Arena {
  const module = new WebAssembly.Module(Buffer.from(scoreModule, 'base64'))
  const { memory, score } = new WebAssembly.Instance(module).exports as Exports
  const stride = Math.ceil(dimensions / 16) * 16
  let bytes = new Int8Array(memory.buffer)
  let query = new Int16Array(memory.buffer, 0, stride)
  let slice = new Int32Array(memory.buffer, slotsAt, SLICE)

  return {
    reserve: (slots) => {
      const missing = vectorsAt + slots * stride - memory.buffer.byteLength
      if (missing > 0) memory.grow(Math.ceil(missing / pageBytes))
      bytes = new Int8Array(memory.buffer) // the old buffer is detached by growing
      query = new Int16Array(memory.buffer, 0, stride)
      slice = new Int32Array(memory.buffer, slotsAt, SLICE)
    },
    write: (slot, vector) => bytes.set(vector, vectorsAt + slot * stride), // what fills the stride was zero and stays so
    ask: (asked) => query.set(asked),
    score: (slots, from, count) => {
      slice.set(slots.subarray(from, from + count))
      const whole = Math.ceil(count / 4) * 4
      slice.fill(0, count, whole) // up to three that nobody reads
      score(whole, stride)
      return slice
    },
  }
}
