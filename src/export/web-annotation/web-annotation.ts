/** All statements as W3C Web Annotations in JSON-LD: an AnnotationCollection with one page. Lossless for statements; see annotation.ts. */
import type { ExportFormat, ExportRequest } from '../format.ts';
import { urnOf } from '../urn.ts';
import { annotationsOf, CONTEXT } from './annotation.ts';

export const webAnnotation: ExportFormat = {
  name: 'web-annotation',
  description: 'statements as W3C Web Annotations (JSON-LD), with all that is known of them',
  ending: '.jsonld',
  mediaType: 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
  isLossless: true,
  marksRejected: true,
  unit: 'statements',
  leavesOut: [],
  kind: 'stream',
  stream: (request) => writeAnnotations(request),
};

/**
 * The collection, piece by piece.
 *
 * @example
 * await writeWhole('annotations.jsonld', writeAnnotations(request));
 */
export async function* writeAnnotations({ selection, tally }: ExportRequest): AsyncGenerator<string> {
  const id = urnOf('export_annotations');
  yield `{"@context":${JSON.stringify(CONTEXT)},\n"id":"${id}","type":"AnnotationCollection","label":"Who said what",\n`;
  yield `"first":{"id":"${id}:page:1","type":"AnnotationPage","startIndex":0,"items":[`;
  let annotations = 0;
  for await (const version of selection.versions()) {
    for (const statement of version.statements) {
      tally.count++;
      for (const annotation of annotationsOf(version, statement)) {
        yield `${annotations++ === 0 ? '\n' : ',\n'}${JSON.stringify(annotation)}`;
      }
    }
  }
  yield `\n]},\n"total":${annotations}}\n`;
}
