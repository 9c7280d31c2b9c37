/** Candidates that are expected to be wrong equally often, such as `accept/0/0.9`. */
export type Bucket = string & { readonly brand?: 'bucket' }

/** What a bucket is told from: the verifier's verdict. */
export interface Judged {
  readonly kind: 'accept' | 'reject' | 'grey'
  /** Words of either question that nothing explains. */
  readonly unexplained: number
}

/** Where bins of the score begin, highest first. */
const bins = [0.97, 0.9, 0.8, 0.7, 0.5] as const
const unexplainedMax = 3

/** The bucket of a candidate: its verdict, how many words stay unexplained (3 stands for more), the bin of its score. */
export function bucketOf({ kind, unexplained }: Judged, score: number): Bucket {
  const bin = bins.find((from) => score >= from) ?? 0
  return `${kind}/${Math.min(unexplained, unexplainedMax)}/${bin}`
}

/** Every bucket of a verdict, the surest first. */
export const bucketsOf = (kind: Judged['kind']): readonly Bucket[] =>
  Array.from({ length: unexplainedMax + 1 }, (_, unexplained) =>
    [...bins, 0].map((score) => bucketOf({ kind, unexplained }, score)),
  ).flat()

/** Whether a name is one that `bucketOf` gives: a snapshot may come from another version. */
export function isBucket(name: string): boolean {
  const [kind = '', unexplained = '', bin = '', ...more] = name.split('/')
  const isKind = kind === 'accept' || kind === 'reject' || kind === 'grey'
  const isBin = bin === '0' || bins.some((from) => String(from) === bin)
  return isKind && /^[0-3]$/.test(unexplained) && isBin && more.length === 0
}
