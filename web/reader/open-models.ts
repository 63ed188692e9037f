/**
 * The models that lie in the page itself, as `hearsay page` puts them there: gzip in base64, a script element each that no browser
 * runs. So the page needs no server and asks for nothing.
 */

/** Marks the elements; the rest of the id is the model's name. */
const PREFIX = 'model-';

/**
 * The bytes of every model in the page, by name.
 *
 * @throws Error where an element's data is damaged.
 * @example
 * createEngine(await openModels(document));
 */
export async function openModels(page: Document): Promise<Record<string, Uint8Array>> {
  const elements = [...page.querySelectorAll(`script[id^="${PREFIX}"]`)];
  const models = await Promise.all(
    elements.map(async ({ id, textContent }) => [id.slice(PREFIX.length), await unpack(textContent ?? '')] as const),
  );
  return Object.fromEntries(models);
}

async function unpack(base64: string): Promise<Uint8Array> {
  const packed = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
