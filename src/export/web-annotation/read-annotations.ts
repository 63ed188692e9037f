/** Web Annotations that Hearsay wrote back to statements: roles and their places from the targets, all else from hs:record. */
import { z } from 'zod';
import { AROUND } from '../../ledger/decisions/make-anchor.ts';
import type { StatementPart, StatementRecord } from '../../ledger/ledger.ts';
import type { Span } from '../../text/document.ts';
import { checkShape, parseJson } from '../annotated/read-lines.ts';
import { type AnnotatedRole, ROLES, type StatementRest } from './annotation.ts';

const TARGET = z.looseObject({
  selector: z.tuple([
    z.looseObject({ type: z.literal('TextQuoteSelector'), exact: z.string(), prefix: z.string(), suffix: z.string() }),
    z.looseObject({ type: z.literal('TextPositionSelector'), start: z.number(), end: z.number() }),
  ]),
});
const ANNOTATION = z.looseObject({
  id: z.string(),
  target: z.array(TARGET).min(1),
  'hs:role': z.enum(ROLES),
  'hs:words': z.string(),
  'hs:record': z.looseObject({ id: z.string() }).optional(),
});
const COLLECTION = z.looseObject({
  type: z.literal('AnnotationCollection'),
  first: z.looseObject({ items: z.array(ANNOTATION) }),
});

type Annotation = z.infer<typeof ANNOTATION>;

/**
 * The statements of a collection, in its order.
 *
 * @throws HearsayError E_JSON, E_INPUT
 * @example
 * readAnnotations(readFileSync('case.jsonld', 'utf8')).length;
 */
export function readAnnotations(json: string): StatementRecord[] {
  const file = checkShape(
    parseJson(json, 'The file'),
    COLLECTION,
    'The file is no collection of annotations by Hearsay',
  );
  const byId = new Map(file.first.items.map((annotation) => [annotation.id, annotation]));
  return file.first.items
    .filter((annotation) => annotation['hs:record'] !== undefined)
    .map((main) => {
      const parts = Object.fromEntries(
        ROLES.map((role) => [role, partOf(main['hs:role'] === role ? main : byId.get(String(main[`hs:${role}`])))]),
      ) as Record<AnnotatedRole, StatementPart | null>;
      const around = (main['hs:role'] === 'source' ? undefined : main)?.target[0].selector[0];
      return {
        ...(main['hs:record'] as unknown as StatementRest),
        ...parts,
        prefix: around?.prefix ?? '',
        suffix: around?.suffix.slice(0, AROUND) ?? '',
      };
    });
}

function partOf(annotation: Annotation | undefined): StatementPart | null {
  if (!annotation) return null;
  const spans = annotation.target.map(({ selector: [, { start, end }] }): Span => [start, end]);
  return { text: annotation['hs:words'], spans };
}
