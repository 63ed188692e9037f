/**
 * Runs work on the elements of a stream, several at a time, and gives the results in the order of the stream. No more is drawn than
 * the limits allow, so that memory stays bounded however long the stream is, and however slow one piece of work.
 */

export interface InOrderOptions<Element> {
  /** Pieces of work at a time. */
  readonly most: number;
  /** How heavy an element is, and how much weight may be under way; one element is always let through. */
  readonly weigh?: (element: Element) => number;
  readonly mostWeight?: number;
}

/**
 * The results of `work`, in order.
 *
 * @throws what the work or the stream throws, in its place.
 * @example
 * for await (const page of inOrder(addresses, { most: 8 }, (address) => fetcher.fetch(address))) …
 */
export async function* inOrder<Element, Result>(
  elements: AsyncIterable<Element> | Iterable<Element>,
  { most, weigh = () => 0, mostWeight = Number.POSITIVE_INFINITY }: InOrderOptions<Element>,
  work: (element: Element) => Result | Promise<Result>,
): AsyncGenerator<Result> {
  const iterator = Symbol.asyncIterator in elements ? elements[Symbol.asyncIterator]() : elements[Symbol.iterator]();
  const underWay: { readonly result: Promise<Result>; readonly weight: number }[] = [];
  let weight = 0;
  let drawing: Promise<void> | null = null;
  let isOver = false;
  const failed: { cause: unknown }[] = [];

  /** Draws one element at a time, for as long as there is room, while others are worked on. */
  const draw = async (): Promise<void> => {
    while (!isOver && underWay.length < most && (weight < mostWeight || underWay.length === 0)) {
      const next = await iterator.next();
      if (next.done) {
        isOver = true;
        return;
      }
      const heavy = weigh(next.value);
      const result = (async () => work(next.value))();
      // An error is thrown when its turn comes, not before.
      result.catch(() => undefined);
      weight += heavy;
      underWay.push({ result, weight: heavy });
      wake();
    }
  };
  let wake = (): void => undefined;
  const drawMore = (): void => {
    if (isOver) return;
    drawing ??= draw()
      .catch((cause: unknown) => {
        failed.push({ cause });
        isOver = true;
      })
      .finally(() => {
        drawing = null;
        wake();
      });
  };

  try {
    for (;;) {
      const arrived = new Promise<void>((resolve) => {
        wake = resolve;
      });
      drawMore();
      const first = underWay[0];
      if (first) {
        const result = await first.result;
        underWay.shift();
        weight -= first.weight;
        yield result;
      } else if (isOver && drawing === null) break;
      else await arrived;
    }
    if (failed.length > 0) throw failed[0].cause;
  } finally {
    isOver = true;
    await iterator.return?.();
  }
}
