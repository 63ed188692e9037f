/**
 * A text with marked spans and relations between them: what annotation tools (Label Studio, Prodigy, doccano, brat) have in common, and what
 * their formats are written from and read into. Each role of each statement has spans of its own, so that what overlaps stays apart:
 *
 *   SOURCE ◄─source── CONTENT ──cue─► CUE        CONTENT ◄─continues── CONTENT   (the next part of a split role)
 *
 * Offsets are UTF-16 code units, half-open; the formats convert them.
 */
import type { StatementPart, StatementRecord } from '../../ledger/ledger.ts';
import type { Span } from '../../text/document.ts';
import type { SelectedVersion } from '../selection/selection.ts';

export const SPAN_LABELS = ['SOURCE', 'CUE', 'CONTENT'] as const;
export type SpanLabel = (typeof SPAN_LABELS)[number];
export const RELATION_TYPES = ['source', 'cue', 'continues'] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

export interface MarkedSpan {
  /** "T1", "T2" … in the order in which they are listed. */
  readonly id: string;
  readonly label: SpanLabel;
  readonly start: number;
  readonly end: number;
}

/** From the content of a statement to its source or cue; from a part of a split role to the part before it. */
export interface SpanRelation {
  /** "R1", "R2" … */
  readonly id: string;
  readonly type: RelationType;
  /** Ids of spans. */
  readonly from: string;
  readonly to: string;
}

export interface AnnotatedText {
  readonly text: string;
  readonly spans: readonly MarkedSpan[];
  readonly relations: readonly SpanRelation[];
}

/** What the formats carry beside the text, as far as they have a place for it. */
export interface TextMeta {
  readonly version_id: string;
  readonly article_id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published_at: string | null;
  readonly url: string | null;
  readonly text_sha256: string;
  readonly offset_unit: 'codepoint';
}

/** The ids of the statements that a text was exported with, by which it is known, when it comes back, which of them a person took out. */
export interface ExportedStatements {
  readonly statements: readonly string[];
}

/** What no format for annotation tools has a place for. */
export const LEFT_OUT_OF_ANNOTATIONS = [
  'actors, times, places and claims',
  'what the outlets assert themselves',
  'speech acts, stance, certainty and hedges',
  'decisions',
  'statements within statements, beyond their words',
] as const;

/**
 * The statements of a version as spans and relations.
 *
 * @example
 * annotateText(version).spans[0]; // { id: 'T1', label: 'CONTENT', start: 0, end: 19 }
 */
export function annotateText({ reading, statements }: Pick<SelectedVersion, 'reading' | 'statements'>): AnnotatedText {
  const spans: MarkedSpan[] = [];
  const relations: SpanRelation[] = [];
  const relate = (type: RelationType, from: string, to: string) =>
    relations.push({ id: `R${relations.length + 1}`, type, from, to });
  /** Marks a role and gives the id of its first span; null where the statement has none. */
  const mark = (label: SpanLabel, part: StatementPart | null): string | null => {
    const ids = (part?.spans ?? []).map(([start, end]) => {
      const id = `T${spans.length + 1}`;
      spans.push({ id, label, start, end });
      return id;
    });
    for (let i = 1; i < ids.length; i++) relate('continues', ids[i], ids[i - 1]);
    return ids[0] ?? null;
  };
  for (const statement of statements) {
    const content = mark('CONTENT', statement.content);
    const cue = mark('CUE', statement.cue);
    const source = mark('SOURCE', statement.source);
    const middle = content ?? cue;
    if (cue !== null && middle !== cue) relate('cue', middle!, cue);
    if (source !== null && middle !== null) relate('source', middle, source);
  }
  return { text: reading.text, spans, relations };
}

/** The roles of a statement as spans of the text. */
export type StatementSpans = Readonly<Record<'source' | 'cue' | 'content', readonly Span[]>>;

/**
 * The statements that spans and relations stand for, in the order of the text's list; the other way of `annotateText`.
 *
 * @example
 * statementSpansOf(annotateText(version)).length === version.statements.length; // true
 */
export function statementSpansOf({ spans, relations }: AnnotatedText): StatementSpans[] {
  const byId = new Map(spans.map((span) => [span.id, span]));
  const next = new Map<string, string>();
  const sourceOf = new Map<string, string>();
  const cueOf = new Map<string, string>();
  const isPart = new Set<string>();
  for (const { type, from, to } of relations) {
    if (type === 'continues') {
      next.set(to, from);
      isPart.add(from);
    } else {
      const label = type === 'cue' ? 'CUE' : 'SOURCE';
      // People draw relations either way.
      const isTurned = byId.get(from)?.label === label && byId.get(to)?.label !== label;
      const [whole, part] = isTurned ? [to, from] : [from, to];
      (type === 'cue' ? cueOf : sourceOf).set(whole, part);
      isPart.add(part);
    }
  }
  const partsFrom = (id: string | undefined): Span[] => {
    const parts: Span[] = [];
    const seen = new Set<string>();
    for (let at = id; at !== undefined && byId.has(at) && !seen.has(at); at = next.get(at)) {
      seen.add(at);
      const { start, end } = byId.get(at)!;
      parts.push([start, end]);
    }
    return parts;
  };
  return spans
    .filter(({ id }) => !isPart.has(id))
    .map(({ id, label }) => ({
      content: label === 'CONTENT' ? partsFrom(id) : [],
      cue: label === 'CUE' ? partsFrom(id) : partsFrom(cueOf.get(id)),
      source: label === 'SOURCE' ? partsFrom(id) : partsFrom(sourceOf.get(id)),
    }));
}

/**
 * What is told of a text beside its words.
 *
 * @example
 * metaOf(version).offset_unit; // 'codepoint'
 */
export function metaOf({ version, reading: { article, textSha256 } }: SelectedVersion): TextMeta {
  return {
    version_id: version.id,
    article_id: version.articleId,
    title: article.title,
    outlet: article.outlet,
    published_at: article.published,
    url: article.url ?? version.url,
    text_sha256: textSha256,
    offset_unit: 'codepoint',
  };
}

/**
 * Which statements a text is exported with.
 *
 * @example
 * exportedStatements(version.statements).statements; // ['stmt_0011223344556677']
 */
export function exportedStatements(statements: readonly Pick<StatementRecord, 'id'>[]): ExportedStatements {
  return { statements: statements.map(({ id }) => id) };
}

/**
 * The spans of a statement, for comparing with those that came back.
 *
 * @example
 * spansOfStatement(statement).content; // [[0, 19]]
 */
export function spansOfStatement({
  source,
  cue,
  content,
}: Readonly<Record<'source' | 'cue' | 'content', { readonly spans: readonly Span[] } | null>>): StatementSpans {
  return { content: content?.spans ?? [], cue: cue?.spans ?? [], source: source?.spans ?? [] };
}
