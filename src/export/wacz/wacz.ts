/**
 * An evidence pack: a WACZ (specs.webrecorder.net, 1.1.1), which ReplayWeb.page shows, with the findings beside the pages:
 *
 *   archive/data.warc.gz  indexes/index.cdx  pages/pages.jsonl        the pages
 *   hearsay/statements.jsonl  annotations.jsonld  manifest.json       what was found in them, and by what
 *   datapackage.json  datapackage-digest.json                         hashes of all of it, and of the list of hashes
 *
 * Everything is streamed into the ZIP in passes over the selection; only the lines of the index are held, to be sorted.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportFormat, ExportRequest } from '../format.ts';
import { writeJsonLines } from '../jsonl.ts';
import { writeManifest } from '../provenance/manifest.ts';
import { Tally } from '../tally.ts';
import { writeAnnotations } from '../web-annotation/web-annotation.ts';
import { ARCHIVE_FILE, indexLine, type PackedPage, packPage, pageLine } from './archive-entries.ts';

type Pieces = AsyncIterable<string | Uint8Array>;

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
}

export const wacz: ExportFormat = {
  name: 'wacz',
  description: 'an evidence pack: web archive and findings, with hashes, for ReplayWeb.page',
  ending: '.wacz',
  mediaType: 'application/wacz',
  isLossless: false,
  marksRejected: true,
  unit: 'statements',
  leavesOut: ['earlier versions', 'decisions but for what they set', 'what the outlets assert themselves'],
  kind: 'stream',
  stream: (request) => writePack(request),
};

async function* writePack(request: ExportRequest): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const resources: Resource[] = [];
  const failures: unknown[] = [];
  const archived = archivedPages(request);
  const uncounted = { ...request, tally: new Tally() };
  const entries: [path: string, pieces: () => Pieces][] = [
    [`archive/${ARCHIVE_FILE}`, archived.archive],
    ['indexes/index.cdx', archived.index],
    ['pages/pages.jsonl', archived.pages],
    ['hearsay/statements.jsonl', () => writeJsonLines(request)],
    ['hearsay/annotations.jsonld', () => writeAnnotations(uncounted)],
    ['hearsay/manifest.json', () => writeManifest(uncounted)],
    ['datapackage.json', () => describe(request, resources)],
    ['datapackage-digest.json', () => digest(request, resources)],
  ];
  for (const [path, pieces] of entries) {
    const options = { mtime: new Date(request.at), compress: !path.endsWith('.gz') };
    zip.addReadStreamLazy(path, options, (give) => {
      const stream = Readable.from(hashed(path, pieces(), resources, failures), { objectMode: false });
      give(null, stream);
    });
  }
  zip.end();
  try {
    for await (const part of output as AsyncIterable<Uint8Array>) {
      if (failures.length > 0) break;
      yield part;
    }
  } finally {
    output.destroy();
  }
  if (failures.length > 0) throw failures[0];
}

/** The three files of the archive; index and page list are known once the archive is written. */
function archivedPages({ selection, tally, keptBytes }: ExportRequest) {
  const lines: string[] = [];
  const pages: Pick<PackedPage, 'url' | 'date'>[] = [];
  return {
    archive: async function* (): Pieces {
      let offset = 0;
      for await (const version of selection.versions()) {
        const page = await packPage(version, keptBytes);
        if (!page.isKept) tally.lose('pages as they were fetched: their text stands for them');
        lines.push(indexLine(page, offset));
        pages.push({ url: page.url, date: page.date });
        offset += page.record.length;
        yield page.record;
      }
    },
    index: async function* (): Pieces {
      yield lines.sort().join('');
    },
    pages: async function* (): Pieces {
      yield `${JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: 'Articles', hasText: true })}\n`;
      let position = 0;
      for await (const version of selection.versions()) yield pageLine(version, pages[position++]);
    },
  };
}

/**
 * The bytes of a file, whose length and hash are noted when they have passed. A failure ends the file and is noted too: the ZIP writer
 * would wait for ever for a file that breaks off.
 */
async function* hashed(
  path: string,
  pieces: Pieces,
  resources: Resource[],
  failures: unknown[],
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      const part = Buffer.from(piece as string);
      // An empty piece would end the stream.
      if (part.length === 0) continue;
      hash.update(part);
      bytes += part.length;
      yield part;
    }
  } catch (cause) {
    failures.push(cause);
  }
  resources.push({ name: path.replace(/^.*\//, ''), path, hash: `sha256:${hash.digest('hex')}`, bytes });
}

async function* describe({ selection, at, engineVersion }: ExportRequest, resources: readonly Resource[]): Pieces {
  const list = {
    // What 1.2.0 calls it, ReplayWeb.page refuses.
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: 'Who said what: articles and findings',
    description: `Statements, annotations and manifest by Hearsay are in hearsay/. Selection: ${selection.asked}.`,
    created: at,
    software: `hearsay ${engineVersion}`,
    resources,
  };
  yield `${JSON.stringify(list, null, 2)}\n`;
}

async function* digest({ at, engineVersion, signer }: ExportRequest, resources: readonly Resource[]): Pieces {
  const { path, hash } = resources.find((resource) => resource.path === 'datapackage.json')!;
  const signedData = signer && {
    hash,
    signature: signer.sign(hash),
    publicKey: signer.publicKey,
    created: at,
    software: `hearsay ${engineVersion}`,
  };
  yield `${JSON.stringify({ path, hash, ...(signedData && { signedData }) })}\n`;
}
