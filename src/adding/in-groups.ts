/**
 * A stream in groups, so that what comes in quick succession is kept in one transaction: to put an article on the disk costs more than to
 * write it. Nothing waits longer than the time that is given, whether or not more follows.
 */

export interface Limits {
  /** Elements of a group at most. */
  readonly most: number;
  /** Milliseconds from its first element to when it is given out. */
  readonly ms: number;
}

/**
 * The elements, in order, in groups of one at least.
 *
 * @throws what the stream throws, after what came before was given out.
 * @example
 * for await (const steps of inGroups(coming, { most: 32, ms: 200 })) await keep(steps);
 */
export async function* inGroups<Element>(
  elements: AsyncGenerator<Element>,
  { most, ms }: Limits,
): AsyncGenerator<Element[]> {
  let timer: NodeJS.Timeout | undefined;
  try {
    let coming = elements.next();
    for (let isOver = false; !isOver; ) {
      const group: Element[] = [];
      let failure: { readonly cause: unknown } | null = null;
      const due = Promise.withResolvers<null>();
      while (group.length < most) {
        try {
          const next = await (group.length === 0 ? coming : Promise.race([coming, due.promise]));
          if (next === null) break;
          if (next.done) {
            isOver = true;
            break;
          }
          if (group.push(next.value) === 1) timer = setTimeout(() => due.resolve(null), ms);
          coming = elements.next();
          // Its error is thrown when its turn comes.
          coming.catch(() => undefined);
        } catch (cause) {
          failure = { cause };
          break;
        }
      }
      clearTimeout(timer);
      if (group.length > 0) yield group;
      if (failure) throw failure.cause;
    }
  } finally {
    clearTimeout(timer);
    void elements.return(undefined).catch(() => undefined);
  }
}
