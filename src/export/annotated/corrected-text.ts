/** A text as it comes back from an annotation tool: which version it is of, who went through it, and the statements as that person left them. */
import { z } from 'zod';
import type { Span } from '../../text/document.ts';
import type { AnnotatedText, SpanLabel, StatementSpans } from './annotated-text.ts';

/** A note that a person wrote on a marked span. */
export interface SpanNote {
  readonly label: SpanLabel;
  readonly span: Span;
  readonly note: string;
}

export interface CorrectedText {
  readonly text: string;
  readonly statements: readonly StatementSpans[];
  readonly notes: readonly SpanNote[];
  /** The version that it was exported from; null where the file does not tell. */
  readonly versionId: string | null;
  /** Ids of the statements that it was exported with; null where the file does not tell, and then nobody took any out. */
  readonly exported: readonly string[] | null;
  /** The person as the tool names them; null where it does not. */
  readonly by: string | null;
  /** ISO 8601 instant in UTC, with milliseconds, at which they were done; null where the tool does not tell. */
  readonly at: string | null;
  /** Whether a person went through it; not where the tool has it as it was sent, or it was skipped. */
  readonly isDone: boolean;
  /** What else stands in it that no decision can hold, each with its number. */
  readonly leftOut: readonly (readonly [what: string, count: number])[];
}

/** A text of a tool of spans and relations. */
export interface CorrectedSpans extends Omit<CorrectedText, 'statements'>, AnnotatedText {}

/** A file that a tool gave. */
export interface ToolFile {
  readonly name: string;
  readonly text: string;
}

const META = z.looseObject({ version_id: z.string().optional(), statements: z.array(z.string()).optional() });

/**
 * What was told of a text when it was exported, as far as the tool kept it.
 *
 * @example
 * readExported({ version_id: 'ver_1', statements: ['stmt_1'] }); // { versionId: 'ver_1', exported: ['stmt_1'] }
 */
export function readExported(...kept: readonly unknown[]): Pick<CorrectedText, 'versionId' | 'exported'> {
  const metas = kept.flatMap((meta) => {
    const { success, data } = META.safeParse(meta);
    return success ? [data] : [];
  });
  return {
    versionId: metas.find(({ version_id: id }) => id !== undefined)?.version_id ?? null,
    exported: metas.find(({ statements }) => statements !== undefined)?.statements ?? null,
  };
}

/**
 * An instant as decisions have it; null where it is none.
 *
 * @param instant ISO 8601, or seconds since 1970
 * @example
 * instantOf(1780000000); // '2026-05-28T20:26:40.000Z'
 */
export function instantOf(instant: string | number | null | undefined): string | null {
  if (instant === null || instant === undefined) return null;
  const date = new Date(typeof instant === 'number' ? instant * 1000 : instant);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
