/** GET /v1/export/FORMAT: what `hearsay export` writes, as a stream. */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createRoute, z } from '@hono/zod-openapi';
import { exportLedger } from '../../export/export-ledger.ts';
import type { ExportFormat } from '../../export/format.ts';
import { FORMATS, findFormat } from '../../export/formats.ts';
import { ENGINE_VERSION } from '../../reading/engine.ts';
import { HearsayError } from '../../text/errors.ts';
import { answers } from '../schemas/answers.ts';
import type { AddRoutes, ApiContext } from './api-context.ts';

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
    query: z.object({ article: z.string().optional().openapi({ description: 'the id of one article alone' }) }),
  },
  responses: {
    200: { content: { '*/*': { schema: z.string() } }, description: 'the file, as a stream' },
    400: answers(FORMAT, '')[400],
    404: answers(FORMAT, '')[404],
  },
});

export const addExportRoutes: AddRoutes = (app, api) => {
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
    const { article } = context.req.valid('query');
    if (article !== undefined && (await api.ledger.article(article)) === null) {
      throw new HearsayError('E_NOT_FOUND', 'The ledger holds no such article: see /v1/articles.');
    }
    if (format.kind === 'folder') {
      throw new HearsayError('E_USAGE', `${format.name} makes a folder: use hearsay export.`);
    }
    const articles = article === undefined ? undefined : [article];
    const body = format.kind === 'stream' ? streamed(api, format, articles) : await saved(api, format, articles);
    const headers = {
      'content-type': format.mediaType ?? 'application/octet-stream',
      'content-disposition': `attachment; filename="hearsay${format.ending}"`,
    };
    return context.body(body, 200, headers);
  });
};

function streamed({ ledger, now }: ApiContext, format: ExportFormat, articles: string[] | undefined): ReadableStream {
  const encoder = new TextEncoder();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const write = async (piece: string | Uint8Array) => {
    await writer.write(typeof piece === 'string' ? encoder.encode(piece) : piece);
  };
  // A failure on the way breaks the stream off, so that nobody takes a half file for a whole one.
  exportLedger(ledger, { format, at: now(), engineVersion: ENGINE_VERSION, write, ...(articles && { articles }) })
    .then(() => writer.close())
    .catch((error) => writer.abort(error).catch(() => undefined));
  return readable;
}

/** A file that cannot be streamed is made in a folder of its own, which goes when it has been sent. */
async function saved({ ledger, now }: ApiContext, format: ExportFormat, articles: string[] | undefined) {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-export-'));
  const out = join(folder, `export${format.ending}`);
  const clear = () => rm(folder, { recursive: true, force: true });
  try {
    await exportLedger(ledger, {
      format,
      at: now(),
      engineVersion: ENGINE_VERSION,
      out,
      ...(articles && { articles }),
    });
  } catch (error) {
    await clear();
    throw error;
  }
  const file = createReadStream(out);
  file.once('close', () => void clear());
  return Readable.toWeb(file) as ReadableStream;
}
