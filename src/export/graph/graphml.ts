/** The graph of sources as GraphML (graphml.graphdrawing.org) for Gephi, yEd, igraph and NetworkX. */
import type { ExportFormat } from '../format.ts';
import { xmlText } from '../xml/xml.ts';
import { buildGraph, LEFT_OUT_OF_GRAPHS } from './source-graph.ts';

const NODE_KEYS = {
  type: 'string',
  label: 'string',
  kind: 'string',
  url: 'string',
  published: 'string',
  lat: 'double',
  lon: 'double',
} as const;
const EDGE_KEYS = { type: 'string', count: 'int', first: 'string', last: 'string', statements: 'string' } as const;

export const graphml: ExportFormat = {
  name: 'graphml',
  description: 'who speaks through whom, for Gephi, yEd and NetworkX',
  ending: '.graphml',
  mediaType: 'application/graphml+xml',
  isLossless: false,
  unit: 'nodes',
  leavesOut: LEFT_OUT_OF_GRAPHS,
  kind: 'stream',
  async *stream({ selection, tally }) {
    const { nodes, edges } = await buildGraph(selection);
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
    for (const [target, keys] of [
      ['node', NODE_KEYS],
      ['edge', EDGE_KEYS],
    ] as const) {
      for (const [name, type] of Object.entries(keys)) {
        yield `<key id="${target}-${name}" for="${target}" attr.name="${name}" attr.type="${type}"/>\n`;
      }
    }
    yield '<graph id="sources" edgedefault="directed">\n';
    for (const node of nodes) {
      tally.count++;
      yield `<node id="${xmlText(node.id)}">${dataOf('node', Object.keys(NODE_KEYS), { ...node })}</node>\n`;
    }
    for (const edge of edges) {
      const ends = `source="${xmlText(edge.source)}" target="${xmlText(edge.target)}"`;
      const values = { ...edge, statements: edge.statements.join(' ') };
      yield `<edge id="${edge.id}" ${ends}>${dataOf('edge', Object.keys(EDGE_KEYS), values)}</edge>\n`;
    }
    yield '</graph>\n</graphml>\n';
  },
};

function dataOf(target: string, names: readonly string[], values: Readonly<Record<string, unknown>>): string {
  return names
    .filter((name) => values[name] !== null && values[name] !== '')
    .map((name) => `<data key="${target}-${name}">${xmlText(String(values[name]))}</data>`)
    .join('');
}
