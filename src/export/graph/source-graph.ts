/**
 * Who speaks through whom: outlets, articles, actors and places as nodes; who published, said, relayed and cited as edges, each with how often, the
 * first and the last day, and the statements that it stands for. It is added up in memory: as large as the actors and articles, not as the
 * statements. Unnamed sources stay one node an article, as the ledger has them.
 */
import type { StatementRecord } from '../../ledger/ledger.ts';
import type { SelectedVersion, Selection } from '../selection/selection.ts';

export type NodeType = 'outlet' | 'article' | 'actor' | 'place';
export type EdgeType = 'published' | 'said' | 'relays' | 'cites_outlet' | 'names_place';

export interface GraphNode {
  readonly id: string;
  readonly type: NodeType;
  readonly label: string;
  /** Kind of actor: "person", "unnamed" …; of a place, its precision. */
  readonly kind: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

export interface GraphEdge {
  readonly id: string;
  readonly type: EdgeType;
  readonly source: string;
  readonly target: string;
  count: number;
  /** First and last day of publication. */
  first: string | null;
  last: string | null;
  readonly statements: string[];
}

export interface SourceGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export const LEFT_OUT_OF_GRAPHS = [
  'the words of statements',
  'speech acts, certainty and times of events',
  'claims, copies, denials and contradictions, which need linking',
  'places that are unplaced',
] as const;

/**
 * The graph of a selection.
 *
 * @example
 * (await buildGraph(selection)).edges.filter(({ type }) => type === 'relays');
 */
export async function buildGraph(selection: Selection): Promise<SourceGraph> {
  const graph = new GraphBuilder();
  for await (const version of selection.versions()) await addVersion(graph, version);
  return { nodes: [...graph.nodes.values()], edges: [...graph.edges.values()] };
}

async function addVersion(graph: GraphBuilder, version: SelectedVersion): Promise<void> {
  const { articleId } = version.version;
  const { article } = version.reading;
  const url = article.url ?? version.version.url;
  const published = article.published?.slice(0, 10) ?? null;
  graph.addNode({ id: articleId, type: 'article', label: article.title ?? version.version.path, url, published });
  const outlet = article.outlet === null ? null : `outlet:${article.outlet}`;
  if (outlet !== null) {
    graph.addNode({ id: outlet, type: 'outlet', label: article.outlet! });
    graph.addEdge('published', outlet, articleId, published);
  }
  const byId = new Map(version.statements.map((statement) => [statement.id, statement]));
  for (const statement of version.statements) {
    const { actor } = statement;
    if (actor === null) continue;
    graph.addNode({ id: actor.who, type: 'actor', label: actor.name, kind: actor.unnamedType ?? actor.type });
    graph.addEdge('said', actor.who, articleId, published, statement);
    if (actor.type === 'outlet' && outlet !== null)
      graph.addEdge('cites_outlet', outlet, actor.who, published, statement);
    const relay = statement.parent === null ? null : (byId.get(statement.parent)?.actor ?? null);
    if (relay === null || relay.who === actor.who) continue;
    graph.addNode({ id: relay.who, type: 'actor', label: relay.name, kind: relay.unnamedType ?? relay.type });
    graph.addEdge('relays', relay.who, actor.who, published, statement);
  }
  for (const { geonamesId, name, precision, lat, lon } of await version.places()) {
    if (geonamesId === null) continue;
    const id = `geonames:${geonamesId}`;
    graph.addNode({ id, type: 'place', label: name, kind: precision, lat, lon });
    graph.addEdge('names_place', articleId, id, published);
  }
}

class GraphBuilder {
  readonly nodes = new Map<string, GraphNode>();
  readonly edges = new Map<string, GraphEdge>();

  /** The first one of an id stays. */
  addNode(node: Pick<GraphNode, 'id' | 'type' | 'label'> & Partial<GraphNode>): void {
    if (this.nodes.has(node.id)) return;
    this.nodes.set(node.id, { kind: null, url: null, published: null, lat: null, lon: null, ...node });
  }

  addEdge(type: EdgeType, source: string, target: string, day: string | null, statement?: StatementRecord): void {
    const key = `${type}\n${source}\n${target}`;
    let edge = this.edges.get(key);
    if (!edge) {
      edge = { id: `e${this.edges.size}`, type, source, target, count: 0, first: null, last: null, statements: [] };
      this.edges.set(key, edge);
    }
    edge.count++;
    if (day !== null && (edge.first === null || day < edge.first)) edge.first = day;
    if (day !== null && (edge.last === null || day > edge.last)) edge.last = day;
    if (statement) edge.statements.push(statement.id);
  }
}
