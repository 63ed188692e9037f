/** GET /v1/export/FORMAT: what `hearsay export` writes, as a stream; POST /v1/import: a JSON export, as `hearsay import` takes it in. */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createRoute, z } from '@hono/zod-openapi';
import { type ExportOptions, exportLedger } from '../../export/export-ledger.ts';
import { FORMATS, findFormat } from '../../export/formats.ts';
import { importReadings } from '../../export/json/import-readings.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { ENGINE_VERSION } from '../../reading/engine.ts';
import { HearsayError } from '../../text/errors.ts';
import { answers, jsonBody } from '../schemas/answers.ts';
import type { AddRoutes } from './api-context.ts';

const FORMAT = z
  .object({
    name: z.string(),
    description: z.string(),
    ending: z.string(),
    mediaType: z.string().nullable(),
    isLossless: z.boolean(),
  })
  .openapi('ExportFormat');

const list = createRoute({
  method: 'get',
  path: '/v1/export',
  summary: 'The formats that a ledger is exported to',
  responses: answers(z.object({ formats: z.array(FORMAT) }), 'the formats'),
});

const one = createRoute({
  method: 'get',
  path: '/v1/export/{format}',
  summary: 'The ledger as it is now, in a format',
  request: {
    params: z.object({ format: z.string() }),
    query: z.object({
      article: z.string().optional().openapi({ description: 'the id of one article alone' }),
      search: z.string().optional().openapi({ description: 'only the statements that it finds' }),
    }),
  },
  responses: {
    200: { content: { '*/*': { schema: z.string() } }, description: 'the file, as a stream' },
    400: answers(FORMAT, '')[400],
    404: answers(FORMAT, '')[404],
  },
});

const takeIn = createRoute({
  method: 'post',
  path: '/v1/import',
  summary: 'Takes in what the format json holds: readings, sightings and decisions as they were, nothing read again',
  request: { body: jsonBody(z.looseObject({ readings: z.array(z.unknown()) })) },
  responses: answers(
    z.object({
      readings: z.number().int(),
      newReadings: z.number().int(),
      decisions: z.number().int(),
      newDecisions: z.number().int(),
      removals: z.number().int(),
    }),
    'how much there was, and how much of it was new',
  ),
});

export const addExportRoutes: AddRoutes = (app, api) => {
  app.openapi(takeIn, async (context) => context.json(await importReadings(api.ledger, await context.req.text()), 200));
  app.openapi(list, (context) =>
    context.json(
      {
        formats: FORMATS.map(({ name, description, ending, mediaType, isLossless }) => ({
          name,
          description,
          ending,
          mediaType,
          isLossless,
        })),
      },
      200,
    ),
  );
  app.openapi(one, async (context) => {
    const format = findFormat(context.req.valid('param').format);
    const { article, search } = context.req.valid('query');
    if (article !== undefined && (await api.ledger.article(article)) === null) {
      throw new HearsayError('E_NOT_FOUND', 'The ledger holds no such article: see /v1/articles.');
    }
    if (format.kind === 'folder') {
      throw new HearsayError('E_USAGE', `${format.name} makes a folder: use hearsay export.`);
    }
    // A mistake in the search is told before anything is sent.
    if (search !== undefined) await api.ledger.statements({ search, limit: 1 });
    const options: ExportOptions = {
      format,
      at: api.now(),
      engineVersion: ENGINE_VERSION,
      ...(article !== undefined && { articles: [article] }),
      ...(search !== undefined && { query: search }),
    };
    const body = format.kind === 'stream' ? streamed(api.ledger, options) : await saved(api.ledger, options);
    const headers = {
      'content-type': format.mediaType ?? 'application/octet-stream',
      'content-disposition': `attachment; filename="hearsay${format.ending}"`,
    };
    return context.body(body, 200, headers);
  });
};

function streamed(ledger: Ledger, options: ExportOptions): ReadableStream {
  const encoder = new TextEncoder();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const write = async (piece: string | Uint8Array) => {
    await writer.write(typeof piece === 'string' ? encoder.encode(piece) : piece);
  };
  // A failure on the way breaks the stream off, so that nobody takes a half file for a whole one.
  exportLedger(ledger, { ...options, write })
    .then(() => writer.close())
    .catch((error) => writer.abort(error).catch(() => undefined));
  return readable;
}

/** A file that cannot be streamed is made in a folder of its own, which goes when it has been sent. */
async function saved(ledger: Ledger, options: ExportOptions): Promise<ReadableStream> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-export-'));
  const out = join(folder, `export${options.format.ending}`);
  const clear = () => rm(folder, { recursive: true, force: true });
  try {
    await exportLedger(ledger, { ...options, out });
  } catch (error) {
    await clear();
    throw error;
  }
  const file = createReadStream(out);
  file.once('close', () => void clear());
  return Readable.toWeb(file) as ReadableStream;
}
