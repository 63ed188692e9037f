/**
 * Damaged inputs through intake: no crash, no hang, no lost rows. Every input must come to pieces, whatever is wrong with it being a
 * failure; every item must be readable or say why not; and in formats that are read from the front, what stood whole before the
 * first damaged byte must come out as it does from the undamaged file.
 */
import { gzipSync } from 'node:zlib';
import { readSource } from '../../src/intake/items/formats.ts';
import type { Piece } from '../../src/intake/items/item.ts';
import { readItem } from '../../src/intake/items/read-item.ts';
import { openBytes } from '../../src/intake/items/source.ts';
import { HearsayError } from '../../src/text/errors.ts';
import { makeWacz } from '../samples/make-wacz.ts';
import { makeWarc } from '../samples/make-warc.ts';
import { mutate, seeded } from './mutate.ts';

/** An input to damage. */
export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where each row ends, in formats that are read from the front; null for others. */
  readonly rowEnds: readonly number[] | null;
}

const PAGE =
  '<!doctype html><html lang="en"><head><title>Fire at the pier</title><meta charset="utf-8"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Fire"}</script></head><body><article><h1>Fire at the pier</h1><p>The port denied it, caf\u00e9 owner Ada Lund said &amp; left.</p><table><tr><td>1</table></article></body></html>';

/**
 * One input of each kind.
 *
 * @example
 * (await makeSeeds()).map(({ name }) => name); // ['a.html', 'feed.xml', …]
 */
export async function makeSeeds(): Promise<Seed[]> {
  const url = (n: number) => `https://courier.example/${n}`;
  const parts: Uint8Array[] = [];
  for (let n = 0; n < 4; n++) parts.push(await makeWarc([{ url: url(n), body: PAGE.replace('Fire', `Fire ${n}`) }]));
  const lines = (rows: readonly string[]) => rows.map((row) => Buffer.from(`${row}\n`));
  const records = lines(
    [1, 2, 3, 4].map((n) => JSON.stringify({ id: String(n), text: `The port denied it, ${n}.`, url: url(n) })),
  );
  const addresses = lines([1, 2, 3, 4].map(url));
  const item = (n: number) =>
    `<item><title>Fire ${n}</title><link>${url(n)}</link><guid>${n}</guid><content:encoded xmlns:content="c"><![CDATA[<p>Yes ${n}.</p>]]></content:encoded></item>`;
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Courier</title>${[1, 2, 3].map(item).join('')}</channel></rss>`;
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id><title>Fire</title><link href="${url(1)}"/><content type="html">&lt;p&gt;Yes.</content></entry></feed>`;
  const mhtml = `MIME-Version: 1.0\r\nSubject: =?utf-8?Q?Fire?=\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${PAGE.replaceAll('=', '=3D')}\r\n--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--x--\r\n`;
  return [
    whole('a.html', PAGE),
    whole('feed.xml', feed),
    whole('atom.xml', atom),
    whole(
      'feed.json',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [{ id: '1', url: url(1), content_text: 'Yes.' }],
      }),
    ),
    whole(
      'map.xml',
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${[1, 2].map((n) => `<url><loc>${url(n)}</loc></url>`).join('')}</urlset>`,
    ),
    whole(
      'feeds.opml',
      `<opml version="2.0"><body><outline text="A"><outline text="B" xmlUrl="${url(1)}" x:y="z"/></outline></body></opml>`,
    ),
    whole('page.mhtml', mhtml),
    { name: 'crawl.warc.gz', bytes: gzipSync(Buffer.concat(parts)), rowEnds: null },
    whole('case.wacz', await makeWacz([{ url: url(1), body: PAGE }], { pages: [{ url: url(1), text: 'Yes.' }] })),
    byRows('crawl.warc', parts),
    byRows('records.jsonl', records),
    byRows('list.txt', addresses),
    byRows('list.csv', addresses),
  ];
}

export interface FuzzFinding {
  readonly seed: number;
  readonly name: string;
  readonly problem: string;
}

/**
 * Damages inputs and reads them; gives what went wrong.
 *
 * @param first seed of the first one; each has the next number, and can be run alone with it
 * @param onEach told before each, so that a hang has a name
 * @example
 * await fuzzIntake(await makeSeeds(), { first: 1, count: 300 }); // []
 */
export async function fuzzIntake(
  seeds: readonly Seed[],
  { first, count, onEach }: { first: number; count: number; onEach?: (seed: number, name: string) => void },
): Promise<FuzzFinding[]> {
  const findings: FuzzFinding[] = [];
  const undamaged = new Map<string, string[]>();
  for (const { name, bytes } of seeds) undamaged.set(name, (await piecesOf(name, bytes)).map(rowOf));
  for (let seed = first; seed < first + count; seed++) {
    const { name, bytes, rowEnds } = seeds[seed % seeds.length];
    onEach?.(seed, name);
    try {
      const damaged = mutate(bytes, seeded(seed));
      const pieces = await piecesOf(name, damaged.bytes);
      const problem =
        pieces.length === 0 && damaged.bytes.length > 0 && !MAY_BE_EMPTY.test(name)
          ? 'nothing came out'
          : (unreadable(pieces) ?? lostRow(pieces, undamaged.get(name)!, rowEnds, damaged.from));
      if (problem) findings.push({ seed, name, problem });
    } catch (cause) {
      findings.push({ seed, name, problem: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) });
    }
  }
  return findings;
}

/** A list may lose all of its entries, and be a list still. */
const MAY_BE_EMPTY = /\.(?:xml|json|opml|txt|csv|jsonl)$/;

async function piecesOf(name: string, bytes: Uint8Array): Promise<Piece[]> {
  return Array.fromAsync(readSource(await openBytes(name, bytes)));
}

/** Reads every item as far as the engine: an error that is not meant for people is a crash. */
function unreadable(pieces: readonly Piece[]): string | null {
  for (const piece of pieces) {
    if (piece.type === 'failure' && /please report it/.test(piece.message)) return piece.message;
    if (piece.type !== 'item') continue;
    try {
      readItem(piece);
    } catch (cause) {
      if (!(cause instanceof HearsayError))
        return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    }
  }
  return null;
}

function lostRow(
  pieces: readonly Piece[],
  rows: readonly string[],
  ends: readonly number[] | null,
  from: number,
): string | null {
  // What is taken for one text for the damage in it has all of its rows in that text.
  if (!ends || (pieces.length === 1 && pieces[0].type === 'item' && rows.length > 1)) return null;
  const safe = ends.filter((end) => end <= from).length;
  const found = pieces.map(rowOf);
  const lost = rows.slice(0, safe).find((row, position) => found[position] !== row);
  return lost === undefined ? null : `lost before the damage at byte ${from}: ${lost.slice(0, 200)}`;
}

function rowOf(piece: Piece): string {
  return JSON.stringify(piece, (_key, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
}

function whole(name: string, content: string | Uint8Array): Seed {
  return { name, bytes: typeof content === 'string' ? Buffer.from(content) : content, rowEnds: null };
}

function byRows(name: string, rows: readonly Uint8Array[]): Seed {
  const rowEnds: number[] = [];
  for (const row of rows) rowEnds.push((rowEnds.at(-1) ?? 0) + row.length);
  return { name, bytes: Buffer.concat(rows), rowEnds };
}
