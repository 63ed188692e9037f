/**
 * A stream that ends when a signal aborts. Whatever is being waited for then is left alone: a server that answers slowly, or standard
 * input that never comes to an end, holds nobody up.
 */

/**
 * The elements of a stream until the signal aborts.
 *
 * @throws what the stream throws before the signal aborts.
 * @example
 * for await (const step of untilAborted(steps, interruption)) await keep(step);
 */
export async function* untilAborted<Element>(
  elements: AsyncGenerator<Element>,
  signal: AbortSignal,
): AsyncGenerator<Element> {
  const aborted = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }));
  try {
    while (!signal.aborted) {
      const coming = elements.next();
      // Nobody waits for it any more once the signal aborts.
      coming.catch(() => undefined);
      const next = await Promise.race([coming, aborted]);
      if (next === null || next.done) return;
      yield next.value;
    }
  } catch (cause) {
    if (!signal.aborted) throw cause;
  } finally {
    void elements.return(undefined).catch(() => undefined);
  }
}
