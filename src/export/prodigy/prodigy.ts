/**
 * Prodigy's JSON Lines (prodi.gy/docs/api-interfaces, "spans" and "relations"): tokens, spans with the tokens that they cover, and relations
 * between the last tokens of two spans. Tokens are words and signs, and are cut where a span begins or ends. Each span and relation
 * also carries our ids, which Prodigy keeps, since two statements may have a source in the same words.
 */
import {
  type AnnotatedText,
  annotateText,
  exportedStatements,
  LEFT_OUT_OF_ANNOTATIONS,
  metaOf,
} from '../annotated/annotated-text.ts';
import { CodePoints } from '../annotated/code-points.ts';
import type { ExportFormat } from '../format.ts';

export const prodigy: ExportFormat = {
  name: 'prodigy',
  description: 'Prodigy JSON Lines with tokens, spans and relations',
  ending: '.jsonl',
  mediaType: 'application/jsonl',
  isLossless: false,
  unit: 'statements',
  leavesOut: LEFT_OUT_OF_ANNOTATIONS,
  kind: 'stream',
  async *stream({ selection, tally }) {
    for await (const version of selection.versions()) {
      tally.count += version.statements.length;
      // Prodigy shows what is in "meta" under each text, and keeps the rest unseen.
      const example = { ...exampleOf(annotateText(version)), ...exportedStatements(version.statements) };
      yield `${JSON.stringify({ ...example, meta: metaOf(version) })}\n`;
    }
  },
};

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly id: number;
  readonly ws: boolean;
}

function exampleOf({ text, spans, relations }: AnnotatedText) {
  const points = new CodePoints(text);
  const tokens = cutTokens(text, new Set(spans.flatMap(({ start, end }) => [start, end])));
  const byStart = new Map(tokens.map(({ start, id }) => [start, id]));
  const byEnd = new Map(tokens.map(({ end, id }) => [end, id]));
  const marked = new Map(
    spans.map(({ id, label, start, end }) => {
      const extent = { start: points.fromUtf16(start), end: points.fromUtf16(end) };
      // A span that begins or ends in white space covers the tokens within it.
      const first = byStart.get(start) ?? tokens.findIndex((token) => token.start >= start);
      const last = byEnd.get(end) ?? tokens.findLastIndex((token) => token.end <= end);
      return [id, { ...extent, token_start: first, token_end: last, label, id }];
    }),
  );
  return {
    text,
    tokens: tokens.map(({ start, end, ...token }) => ({
      ...token,
      start: points.fromUtf16(start),
      end: points.fromUtf16(end),
    })),
    spans: [...marked.values()],
    relations: relations.map(({ id, type, from, to }) => ({
      head: marked.get(from)!.token_end,
      child: marked.get(to)!.token_end,
      head_span: marked.get(from)!,
      child_span: marked.get(to)!,
      label: type,
      id,
    })),
  };
}

function cutTokens(text: string, cuts: ReadonlySet<number>): Token[] {
  const tokens: Token[] = [];
  const add = (start: number, end: number) =>
    tokens.push({
      text: text.slice(start, end),
      start,
      end,
      id: tokens.length,
      ws: /^\s/.test(text.slice(end, end + 1)),
    });
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu)) {
    let start = index;
    for (let at = index + 1; at < index + word.length; at++) {
      if (!cuts.has(at)) continue;
      add(start, at);
      start = at;
    }
    add(start, index + word.length);
  }
  return tokens;
}
