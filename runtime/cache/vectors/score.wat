;; The inner loop of the vector index: dot products of one query with many vectors of signed bytes.
;; `npm run generate` compiles this text into generated/score-module.ts; js-arena.ts is its twin in plain JavaScript.
;;
;; Memory:      0  the query, widened to 16 bits
;;          16384  up to 4096 slots to score (32 bits each); their dot products take their place
;;          32768  the vectors, slot after slot, each `stride` bytes
;;
;; Four vectors at a time share each load of the query; $count is rounded up to a multiple of four by the caller, $stride
;; is a multiple of sixteen. Products of bytes are added in 32 bits: 8192 dimensions stay below 2^31.
(module
  (memory (export "memory") 1)
  (func (export "score") (param $count i32) (param $stride i32)
    (local $at i32) (local $end i32) (local $i i32) (local $q i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local $query v128) (local $sumA v128) (local $sumB v128) (local $sumC v128) (local $sumD v128)

    (local.set $at (i32.const 16384))
    (local.set $end (i32.add (local.get $at) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $four
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $a (i32.mul (i32.load (local.get $at)) (local.get $stride)))
        (local.set $b (i32.mul (i32.load offset=4 (local.get $at)) (local.get $stride)))
        (local.set $c (i32.mul (i32.load offset=8 (local.get $at)) (local.get $stride)))
        (local.set $d (i32.mul (i32.load offset=12 (local.get $at)) (local.get $stride)))
        (local.set $sumA (v128.const i32x4 0 0 0 0))
        (local.set $sumB (v128.const i32x4 0 0 0 0))
        (local.set $sumC (v128.const i32x4 0 0 0 0))
        (local.set $sumD (v128.const i32x4 0 0 0 0))
        (local.set $i (i32.const 0))
        (local.set $q (i32.const 0))

        (loop $eight
          (local.set $query (v128.load (local.get $q)))
          (local.set $sumA (i32x4.add (local.get $sumA) (i32x4.dot_i16x8_s (local.get $query)
            (v128.load8x8_s offset=32768 (i32.add (local.get $a) (local.get $i))))))
          (local.set $sumB (i32x4.add (local.get $sumB) (i32x4.dot_i16x8_s (local.get $query)
            (v128.load8x8_s offset=32768 (i32.add (local.get $b) (local.get $i))))))
          (local.set $sumC (i32x4.add (local.get $sumC) (i32x4.dot_i16x8_s (local.get $query)
            (v128.load8x8_s offset=32768 (i32.add (local.get $c) (local.get $i))))))
          (local.set $sumD (i32x4.add (local.get $sumD) (i32x4.dot_i16x8_s (local.get $query)
            (v128.load8x8_s offset=32768 (i32.add (local.get $d) (local.get $i))))))
          (local.set $query (v128.load offset=16 (local.get $q)))
          (local.set $sumA (i32x4.add (local.get $sumA) (i32x4.dot_i16x8_s (local.get $query)
            (v128.load8x8_s offset=32776 (i32.add (local.get $a) (local.get $i))))))
          (local.set $sumB (i32x4.add (local.get $sumB) (i32x4.dot_i16x8_s (local.get $query)
            (v128.load8x8_s offset=32776 (i32.add (local.get $b) (local.get $i))))))
          (local.set $sumC (i32x4.add (local.get $sumC) (i32x4.dot_i16x8_s (local.get $query)
            (v128.load8x8_s offset=32776 (i32.add (local.get $c) (local.get $i))))))
          (local.set $sumD (i32x4.add (local.get $sumD) (i32x4.dot_i16x8_s (local.get $query)
            (v128.load8x8_s offset=32776 (i32.add (local.get $d) (local.get $i))))))
          (local.set $q (i32.add (local.get $q) (i32.const 32)))
          (br_if $eight (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $stride))))

        ;; Four sums of four lanes become one vector of four sums: a0 b0 a1 b1 + a2 b2 a3 b3, the same of c and d, then their halves.
        (local.set $sumA (i32x4.add
          (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $sumA) (local.get $sumB))
          (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $sumA) (local.get $sumB))))
        (local.set $sumC (i32x4.add
          (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $sumC) (local.get $sumD))
          (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $sumC) (local.get $sumD))))
        (v128.store (local.get $at) (i32x4.add
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $sumA) (local.get $sumC))
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $sumA) (local.get $sumC))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $four)))))
