/** The graph of sources as GEXF 1.3 (gexf.net) for Gephi and sigma. */
import type { ExportFormat } from '../format.ts';
import { xmlText } from '../xml/xml.ts';
import { buildGraph, LEFT_OUT_OF_GRAPHS } from './source-graph.ts';

const NODE_ATTRIBUTES = {
  type: 'string',
  kind: 'string',
  url: 'anyURI',
  published: 'string',
  lat: 'double',
  lon: 'double',
} as const;
const EDGE_ATTRIBUTES = {
  type: 'string',
  count: 'integer',
  first: 'string',
  last: 'string',
  statements: 'string',
} as const;

export const gexf: ExportFormat = {
  name: 'gexf',
  description: 'the same graph for Gephi and sigma',
  ending: '.gexf',
  mediaType: 'application/gexf+xml',
  isLossless: false,
  unit: 'nodes',
  leavesOut: LEFT_OUT_OF_GRAPHS,
  kind: 'stream',
  async *stream({ selection, tally, engineVersion }) {
    const { nodes, edges } = await buildGraph(selection);
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
    yield `<meta><creator>hearsay ${xmlText(engineVersion)}</creator></meta>\n<graph defaultedgetype="directed">\n`;
    for (const [target, attributes] of [
      ['node', NODE_ATTRIBUTES],
      ['edge', EDGE_ATTRIBUTES],
    ] as const) {
      const list = Object.entries(attributes).map(
        ([name, type]) => `<attribute id="${name}" title="${name}" type="${type}"/>`,
      );
      yield `<attributes class="${target}">${list.join('')}</attributes>\n`;
    }
    yield '<nodes>\n';
    for (const node of nodes) {
      tally.count++;
      yield `<node id="${xmlText(node.id)}" label="${xmlText(node.label)}">${valuesOf(NODE_ATTRIBUTES, { ...node })}</node>\n`;
    }
    yield '</nodes>\n<edges>\n';
    for (const edge of edges) {
      const ends = `source="${xmlText(edge.source)}" target="${xmlText(edge.target)}" weight="${edge.count}"`;
      const values = valuesOf(EDGE_ATTRIBUTES, { ...edge, statements: edge.statements.join(' ') });
      yield `<edge id="${edge.id}" ${ends}>${values}</edge>\n`;
    }
    yield '</edges>\n</graph>\n</gexf>\n';
  },
};

function valuesOf(attributes: Readonly<Record<string, string>>, values: Readonly<Record<string, unknown>>): string {
  const present = Object.keys(attributes).filter((name) => values[name] !== null && values[name] !== '');
  return `<attvalues>${present.map((name) => `<attvalue for="${name}" value="${xmlText(String(values[name]))}"/>`).join('')}</attvalues>`;
}
