/**
 * Notes a revisit of a web archive: a crawler saw a page again and found it as it was, so the archive holds no text, only when.
 * The text is that of the page captured earlier, in this run or before it; where the ledger has none, there is nothing to note.
 */
import type { Sighting } from '../intake/items/item.ts';
import type { Added, KnownText, Ledger } from '../ledger/ledger.ts';
import type { Reading } from '../reading/reading.ts';

/** Addresses whose texts are remembered: an archive revisits what it captured lately. */
const MOST_TEXTS = 20_000;

interface RecentText extends KnownText {
  readonly bytesSha256: string;
}

/** The texts that were kept last, by the address at which they were captured. */
export class RecentTexts {
  readonly #texts = new Map<string, RecentText>();

  add(url: string, reading: Reading, bytesSha256: string): void {
    this.#texts.delete(url);
    this.#texts.set(url, textOf(reading, bytesSha256));
    if (this.#texts.size > MOST_TEXTS) this.#texts.delete(this.#texts.keys().next().value!);
  }

  get(url: string): RecentText | null {
    return this.#texts.get(url) ?? null;
  }
}

/**
 * Notes the sighting; null where the ledger has no such text.
 *
 * @example
 * await noteRevisit(ledger, texts, sighting, new Date().toISOString()); // 'seen again'
 */
export async function noteRevisit(
  ledger: Ledger,
  texts: RecentTexts,
  { url, seenAt }: Sighting,
  at: string,
): Promise<Added['outcome'] | null> {
  const text = texts.get(url) ?? (await findText(ledger, url));
  if (!text) return null;
  const capture = { path: url, url, capturedAt: seenAt, addedAt: at, bytesSha256: text.bytesSha256 };
  return (await ledger.addSighting(text, capture))?.outcome ?? null;
}

async function findText(ledger: Ledger, url: string): Promise<RecentText | null> {
  const [article] = await ledger.articlesAt(url);
  if (!article) return null;
  for await (const { reading, version } of ledger.eachReading({ versionId: article.versionId })) {
    return textOf(reading, version.bytesSha256);
  }
  return null;
}

function textOf({ textSha256, article, engine }: Reading, bytesSha256: string): RecentText {
  return { textSha256, url: article.url, outlet: article.outlet, engine, bytesSha256 };
}
