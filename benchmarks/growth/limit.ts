/** A step went on longer than the benchmark waits. */
export class OverLimit extends Error {}

/** What `work` gives, if it does so within `limit` milliseconds; else throws `OverLimit`. */
export async function within<Result>(limit: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new OverLimit()), limit)
  })
  try {
    return await Promise.race([work, over])
  } finally {
    clearTimeout(timer)
    // Nobody listens to it any more.
    work.catch(() => {})
  }
}
