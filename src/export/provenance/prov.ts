/**
 * Provenance as W3C PROV-O (www.w3.org/TR/prov-o) in JSON-LD: each text is an entity that a reading was made of by an activity of the engine; each
 * statement is derived from the text, with the reasons; each decision is an activity of a person.
 */
import type { Decision, StatementRecord } from '../../ledger/ledger.ts';
import type { ExportFormat } from '../format.ts';
import type { SelectedVersion } from '../selection/selection.ts';
import { HEARSAY_NAMESPACE, urnOf } from '../urn.ts';
import { settingsSha256 } from './manifest.ts';

export const PROV_CONTEXT = {
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  hs: HEARSAY_NAMESPACE,
  'hs:models': { '@type': '@json' },
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
  wasDerivedFrom: { '@id': 'prov:wasDerivedFrom', '@type': '@id' },
  wasGeneratedBy: { '@id': 'prov:wasGeneratedBy', '@type': '@id' },
  wasAssociatedWith: { '@id': 'prov:wasAssociatedWith', '@type': '@id' },
  wasInformedBy: { '@id': 'prov:wasInformedBy', '@type': '@id' },
  specializationOf: { '@id': 'prov:specializationOf', '@type': '@id' },
  used: { '@id': 'prov:used', '@type': '@id' },
  endedAtTime: { '@id': 'prov:endedAtTime', '@type': 'xsd:dateTime' },
  generatedAtTime: { '@id': 'prov:generatedAtTime', '@type': 'xsd:dateTime' },
} as const;

type Node = Readonly<Record<string, unknown>>;

export const prov: ExportFormat = {
  name: 'prov',
  description: 'where every statement comes from, as PROV-O in JSON-LD',
  ending: '.jsonld',
  mediaType: 'application/ld+json',
  isLossless: false,
  marksRejected: true,
  unit: 'statements',
  leavesOut: ['the words of statements', 'texts'],
  kind: 'stream',
  async *stream({ selection, tally }) {
    yield `{"@context":${JSON.stringify(PROV_CONTEXT)},\n"@graph":[`;
    let before = '\n';
    const line = (node: Node) => {
      const piece = `${before}${JSON.stringify(node)}`;
      before = ',\n';
      return piece;
    };
    const engines = new Set<string>();
    for await (const version of selection.versions()) {
      const engine = `urn:hearsay:engine:${settingsSha256(version.reading.engine)}`;
      if (!engines.has(engine)) {
        engines.add(engine);
        const { version: number, models } = version.reading.engine;
        yield line({ '@id': engine, '@type': 'prov:SoftwareAgent', label: `hearsay ${number}`, 'hs:models': models });
      }
      for (const node of readingNodes(version, engine)) yield line(node);
      for (const statement of version.statements) {
        tally.count++;
        yield line(statementNode(version, statement));
      }
    }
    const people = new Set<string>();
    for await (const decision of selection.decisions()) {
      for (const node of decisionNodes(decision, people)) yield line(node);
    }
    yield '\n]}\n';
  },
};

function readingNodes({ version, reading, readAt }: SelectedVersion, engine: string): Node[] {
  const { article, textSha256 } = reading;
  return [
    {
      '@id': urnOf(version.id),
      '@type': 'prov:Entity',
      label: article.title ?? version.path,
      specializationOf: urnOf(version.articleId),
      'hs:url': article.url ?? version.url,
      'hs:bytesSha256': version.bytesSha256,
      'hs:textSha256': textSha256,
      ...(version.capturedAt && { generatedAtTime: version.capturedAt }),
    },
    {
      '@id': `${urnOf(version.id)}:read`,
      '@type': 'prov:Activity',
      used: urnOf(version.id),
      wasAssociatedWith: engine,
      endedAtTime: readAt,
    },
    {
      '@id': `${urnOf(version.id)}:reading`,
      '@type': ['prov:Entity', 'prov:Collection'],
      wasGeneratedBy: `${urnOf(version.id)}:read`,
      wasDerivedFrom: urnOf(version.id),
    },
  ];
}

function statementNode({ version }: SelectedVersion, statement: StatementRecord): Node {
  return {
    '@id': `${urnOf(version.id)}:${statement.id.replace('_', ':')}`,
    '@type': 'prov:Entity',
    specializationOf: urnOf(statement.id),
    wasDerivedFrom: urnOf(version.id),
    wasGeneratedBy: `${urnOf(version.id)}:read`,
    'hs:confidence': statement.confidence,
    'hs:rules': statement.why,
    ...(statement.review?.status && { 'hs:reviewStatus': statement.review.status }),
  };
}

function decisionNodes({ id, by, at, kind, targets, undoes, carries }: Decision, people: Set<string>): Node[] {
  const person = `urn:hearsay:person:${encodeURIComponent(by)}`;
  const isNew = !people.has(person);
  people.add(person);
  return [
    ...(isNew ? [{ '@id': person, '@type': ['prov:Agent', 'prov:Person'], label: by }] : []),
    {
      '@id': urnOf(id),
      '@type': 'prov:Activity',
      label: kind,
      wasAssociatedWith: person,
      endedAtTime: at,
      used: targets.map((target) => urnOf(target.id)),
      ...(undoes && { 'hs:undoes': urnOf(undoes) }),
      ...(carries && { wasInformedBy: urnOf(carries) }),
    },
  ];
}
