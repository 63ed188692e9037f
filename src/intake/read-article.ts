/**
 * Bytes, or a string, to one article that is ready to read: what kind of file it is, its charset, its canonical text with
 * blocks, what it says about itself, what was left out, and doubts.
 *
 * A file that cannot be an article (empty, binary) is an error; everything else is a reading with warnings. Linear time.
 */
import type { Candidate, ReadingInput, Warning } from '../reading/reading.ts';
import type { Block } from '../text/document.ts';
import { HearsayError } from '../text/errors.ts';
import { paragraphBlocks } from '../text/paragraphs.ts';
import { type DecodedText, decodeBytes, wideCharset } from './charset/decode-bytes.ts';
import { doubtsAbout } from './doubts.ts';
import { datelineAgency, isoDate, isReportingCredit, isSlug } from './head/line-kinds.ts';
import { type Candidates, winners } from './html/metadata.ts';
import { readHtml } from './html/read-html.ts';
import { identifyLanguage } from './language.ts';
import { isMhtml, readMhtml } from './mime/read-mhtml.ts';
import { SourceMap } from './source-map.ts';
import { readText } from './text/read-text.ts';

/** An article taken from a file: with the way back to the file's bytes. */
export interface FiledArticle extends ReadingInput {
  readonly source: SourceMap;
}

/** More bytes than this are not one article. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads a file's bytes: HTML or plain text, in any charset.
 *
 * @param options.url where the file came from, kept where the page does not name its own address
 * @param options.contentType the transport's Content-Type header
 * @throws HearsayError E_EMPTY where there is nothing to read, E_BINARY where the bytes are no text, E_TOO_LARGE.
 * @example
 * readArticle(new TextEncoder().encode('<h1>Ferry sinks</h1><p>The ferry sank.'), { id: 'a.html' }).text;
 */
export function readArticle(
  bytes: Uint8Array,
  options: { id: string; url?: string; contentType?: string },
): FiledArticle {
  const { id, url, contentType } = options;
  if (bytes.length === 0) throw new HearsayError('E_EMPTY', `${id} is empty: give a file that holds an article.`);
  if (bytes.length > MOST_BYTES) {
    throw new HearsayError('E_TOO_LARGE', `${id} is larger than 64 MiB: give a file that holds one article.`);
  }
  if (isMhtml(bytes)) return readSavedPage(bytes, options);
  const binary = binaryKind(bytes);
  if (binary)
    throw new HearsayError('E_BINARY', `${id} is ${binary}, not text: give an article as HTML or plain text.`);

  const decoded = decodeBytes(bytes, contentType);
  const html = isHtml(decoded.text, id, contentType);
  const taken = html
    ? readHtml(decoded.text)
    : { canonical: readText(decoded.text), candidates: {}, leftOut: [], warnings: [] };
  const { canonical, leftOut } = taken;
  const text = canonical.text;
  if (canonical.blocks.length === 0) {
    const what = html
      ? 'holds no readable text: the page may fill itself in by script, so save it from a browser'
      : 'holds only white space: give a file that holds an article';
    throw new HearsayError('E_EMPTY', `${id} ${what}.`);
  }
  const candidates = withText(taken.candidates, text, canonical.blocks, url);
  const language = identifyLanguage(bodyOf(text, canonical.blocks));
  const around = leftOut.map((piece) => piece.text).join('\n');
  return {
    id,
    text,
    blocks: canonical.blocks,
    article: { ...winners(candidates), language },
    leftOut,
    warnings: oneOfEach([...decoded.warnings, ...taken.warnings, ...doubtsAbout(text, language, around)]),
    source: sourceMap(bytes, decoded, canonical.runs),
  };
}

/** The page in an MHTML file, where the offsets in bytes are those of the page, not of the file. */
function readSavedPage(bytes: Uint8Array, { id, url }: { id: string; url?: string }): FiledArticle {
  const page = readMhtml(bytes);
  if (isMhtml(page.bytes)) throw new HearsayError('E_EMPTY', `${id} holds a saved page within a saved page.`);
  const address = page.url ?? url;
  const article = readArticle(page.bytes, { id, contentType: page.contentType, ...(address && { url: address }) });
  if (page.frames === 0) return article;
  const noun = page.frames === 1 ? 'frame' : 'frames';
  return { ...article, leftOut: [...article.leftOut, { reason: 'frame', text: `${page.frames} ${noun} of the page` }] };
}

/**
 * Makes an article of a string: the string is the canonical text as it is, and the blocks are spans over it.
 *
 * @throws HearsayError E_EMPTY where the text is empty or white space.
 * @example
 * articleFromString({ id: '7', text: 'One.\n\nTwo.' }).blocks.length; // 2
 */
export function articleFromString(options: {
  id: string;
  text: string;
  title?: string;
  date?: string;
  url?: string;
}): ReadingInput {
  const { id, text, title, date, url } = options;
  const blocks = paragraphBlocks(text);
  if (blocks.length === 0) throw new HearsayError('E_EMPTY', `${id} has an empty text: give the words of an article.`);
  const given = (value: string | undefined): Candidate[] => (value ? [{ value, from: 'record' }] : []);
  const candidates = { title: given(title), published: given(date), url: given(url) };
  const language = identifyLanguage(text);
  return {
    id,
    text,
    blocks,
    article: { ...winners(withText(candidates, text, blocks)), language },
    leftOut: [],
    warnings: doubtsAbout(text, language),
  };
}

const sourceMap = (
  bytes: Uint8Array,
  { text, charset, skipped }: DecodedText,
  runs: ConstructorParameters<typeof SourceMap>[1],
) => new SourceMap({ bytes, text, charset, skipped }, runs);

/** Adds what the words themselves say: headline, byline, date and agency. */
function withText(found: Candidates, text: string, blocks: readonly Block[], url?: string): Candidates {
  const candidates: Record<string, Candidate[]> = Object.fromEntries(
    Object.entries(found).map(([field, values]) => [field, [...values]]),
  );
  const add = (field: string, value: string | null | undefined, from: string) => {
    if (!value) return;
    const list = (candidates[field] ??= []);
    if (!list.some((candidate) => candidate.value === value && candidate.from === from)) list.push({ value, from });
  };
  const first = (kind: Block['kind']) => {
    const block = blocks.find((candidate) => candidate.kind === kind);
    return block && text.slice(block.start, block.end);
  };
  const headlines = blocks.filter(({ kind }) => kind === 'headline').map(({ start, end }) => text.slice(start, end));
  add('title', headlines.find((line) => !isSlug(line)) ?? headlines[0], 'text');
  add('byline', namesIn(first('byline') ?? ''), 'text');
  const dateline = first('dateline');
  add('published', dateline && isoDate(dateline), 'text');
  const lead = first('paragraph');
  add('credit', (dateline && datelineAgency(`${dateline} - `)) || (lead && datelineAgency(lead)), 'text');
  for (const { kind, start, end } of blocks) {
    if (kind === 'credit' && isReportingCredit(text.slice(start, end))) add('credit', text.slice(start, end), 'text');
  }
  add('url', url, 'address');
  return candidates;
}

/** The names of a byline: without "By", and without the date that may stand behind them. */
function namesIn(byline: string): string {
  const names = byline.replace(/^(?:(?:words|written|reported|text|story) )?by[:\s]\s*/i, '');
  if (isoDate(names) === null) return names;
  const [before] = names.split(/\s*(?:[·|•]|\b(?:published|posted|updated)\b)\s*/i);
  return isoDate(before) === null ? before : '';
}

function bodyOf(text: string, blocks: readonly Block[]): string {
  const body = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'quotation' || kind === 'list');
  return body.length === 0 ? text : body.map(({ start, end }) => text.slice(start, end)).join('\n');
}

/** The first warning of each code: one doubt is said once. */
function oneOfEach(warnings: readonly Warning[]): Warning[] {
  return warnings.filter((warning, at) => warnings.findIndex(({ code }) => code === warning.code) === at);
}

const SIGNATURES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive or an office document', [0x50, 0x4b, 0x03, 0x04]],
  ['a compressed file (gzip)', [0x1f, 0x8b]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['an office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['an RTF document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** What kind of binary file it is, in words; null for text. */
function binaryKind(bytes: Uint8Array): string | null {
  for (const [name, signature] of SIGNATURES) {
    if (signature.every((byte, at) => bytes[at] === byte)) return name;
  }
  const wide = (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe);
  if (wide || wideCharset(bytes) !== null) return null;
  const looked = Math.min(bytes.length, 1 << 16);
  let zeros = 0;
  let controls = 0;
  for (let at = 0; at < looked; at++) {
    const byte = bytes[at];
    if (byte === 0) zeros++;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) controls++;
  }
  return zeros * 200 > looked || (zeros + controls) * 20 > looked ? 'a binary file' : null;
}

const HTML_TAG =
  /<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|h1|span|table|script|section|main)[\s/>]/i;

function isHtml(text: string, id: string, contentType: string | undefined): boolean {
  if (/^(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? '')) return true;
  if (/^text\/(?:plain|markdown)\b/i.test(contentType ?? '')) return false;
  const head = text.slice(0, 4096);
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(head))
    return true;
  if (/\.(?:txt|text|md)$/i.test(id)) return false;
  if (/\.x?html?$/i.test(id)) return true;
  // Prose may hold a literal tag: markup begins with one, or is full of them.
  return HTML_TAG.test(head) && (/^\s*</.test(head) || (head.match(/<\/?[a-z][^<>]{0,200}>/gi)?.length ?? 0) >= 8);
}
