/**
 * FollowTheMoney entities as JSON lines (followthemoney.tech), for OpenAleph, Aleph and yente: articles, the people and bodies who speak, their
 * mentions, and each statement as an Event with the article as proof, since FtM has no statement of its own. Unnamed sources and documents are no
 * entities there: their words stand in the event's description. Dates are ISO prefixes; EDTF with doubts or open ends has no place.
 */
import type { ActorRecord as Actor, StatementRecord } from '../../ledger/ledger.ts';
import type { ExportFormat } from '../format.ts';
import { saying } from '../saying.ts';
import type { SelectedVersion } from '../selection/selection.ts';
import type { Tally } from '../tally.ts';

export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

const NAME_LENGTH = 80;
const LANGUAGES: Readonly<Record<string, string>> = { en: 'eng' };

export const followTheMoney: ExportFormat = {
  name: 'ftm',
  description: 'FollowTheMoney entities for OpenAleph and Aleph, one a line',
  ending: '.ftm.json',
  mediaType: 'application/json+ftm',
  isLossless: false,
  unit: 'entities',
  leavesOut: [
    'where statements stand',
    'speech acts, stance, certainty and hedges',
    'what the outlets assert themselves',
    // contentHash is the SHA-1 of an archived file.
    'texts and their hashes',
  ],
  kind: 'stream',
  async *stream({ selection, tally }) {
    const line = (entity: FtmEntity) => {
      tally.count++;
      return `${JSON.stringify(entity)}\n`;
    };
    // Somebody who speaks in many articles is one entity, so these come last.
    const actors = new Map<string, { actor: Actor; names: Set<string>; positions: Set<string> }>();
    const outlets = new Set<string>();
    for await (const version of selection.versions()) {
      yield line(articleEntity(version));
      const { outlet } = version.reading.article;
      if (outlet !== null) outlets.add(outlet);
      for (const actor of await version.actors()) {
        if (!isEntity(actor)) continue;
        const known = actors.get(actor.who) ?? { actor, names: new Set(), positions: new Set() };
        actors.set(actor.who, known);
        for (const name of actor.aliases) known.names.add(name);
        for (const role of actor.role?.split('; ') ?? []) known.positions.add(role);
        yield line(mentionEntity(version, actor));
      }
      const byId = new Map(version.statements.map((statement) => [statement.id, statement]));
      for (const statement of version.statements) {
        yield line(eventEntity(version, statement, tally));
        const relay = relayEntity(
          version,
          statement,
          statement.parent === null ? undefined : byId.get(statement.parent),
        );
        if (relay) yield line(relay);
        if (statement.review?.note) yield line(noteEntity(version, statement, statement.review.note));
      }
    }
    for (const { actor, names, positions } of actors.values()) yield line(actorEntity(actor, names, positions));
    for (const outlet of outlets) yield line(entity(outletId(outlet), 'Organization', { name: [outlet] }));
  },
};

function entity(
  id: string,
  schema: string,
  properties: Record<string, readonly (string | null | undefined)[]>,
): FtmEntity {
  const kept = Object.entries(properties).flatMap(([name, values]) => {
    const present = [...new Set(values.filter((value): value is string => value != null && value !== ''))];
    return present.length > 0 ? [[name, present] as const] : [];
  });
  return { id, schema, properties: Object.fromEntries(kept) };
}

function isEntity({ type }: Pick<Actor, 'type'>): boolean {
  return type === 'person' || type === 'organization' || type === 'state' || type === 'outlet';
}

function articleEntity({ version, reading: { article } }: SelectedVersion): FtmEntity {
  return entity(version.id, 'Article', {
    title: [article.title],
    author: [article.byline],
    publishedAt: [ftmDate(article.published)],
    publisher: [article.outlet],
    sourceUrl: [webUrl(article.url ?? version.url)],
    language: [LANGUAGES[article.language ?? '']],
    retrievedAt: [ftmDate(version.capturedAt)],
  });
}

function actorEntity(
  { who, name, type }: Actor,
  names: ReadonlySet<string>,
  positions: ReadonlySet<string>,
): FtmEntity {
  const schema = type === 'person' ? 'Person' : type === 'state' ? 'PublicBody' : 'Organization';
  return entity(who, schema, {
    name: [name],
    // Short forms ("Lund") are no names to match by.
    weakAlias: [...names].filter((alias) => alias !== name),
    ...(type === 'person' && { position: [...positions] }),
  });
}

function outletId(outlet: string): string {
  return `outlet-${Buffer.from(outlet).toString('hex')}`;
}

function mentionEntity({ version }: SelectedVersion, { id, who, name, type }: Actor): FtmEntity {
  const schema = type === 'person' ? 'Person' : type === 'state' ? 'PublicBody' : 'Organization';
  return entity(`${version.id}-${id}`, 'Mention', {
    document: [version.id],
    name: [name],
    resolved: [who],
    detectedSchema: [schema],
  });
}

function eventEntity({ version }: SelectedVersion, statement: StatementRecord, tally: Tally): FtmEntity {
  const { id, source, cue, content, actor, said, place, outlet, url } = statement;
  const words = (content ?? cue ?? source)!.text;
  const isNamed = actor !== null && isEntity(actor);
  const date = ftmDate(said?.edtf ?? null);
  const hasBoth = said?.earliest != null && said.latest != null && said.earliest !== said.latest;
  if (said?.edtf && date === null && !hasBoth) tally.lose('dates with doubts or open ends');
  if (!isNamed && source) tally.lose('sources that are unnamed or open, but for their words');
  return entity(`${version.id}-${id}`, 'Event', {
    name: [shorten(saying(statement, source && isNamed ? actor.name : undefined))],
    summary: [words],
    description: [[source && `Source: ${source.text}`, cue && `Cue: ${cue.text}`].filter(Boolean).join('\n')],
    ...(hasBoth ? { startDate: [ftmDate(said.earliest)], endDate: [ftmDate(said.latest)] } : { date: [date] }),
    involved: [isNamed ? actor.who : null],
    location: [place?.name],
    country: [place?.country?.toLowerCase()],
    proof: [version.id],
    sourceUrl: [webUrl(url)],
    publisher: [outlet],
    recordId: [id],
    retrievedAt: [ftmDate(version.capturedAt)],
  });
}

function relayEntity(
  { version, reading }: SelectedVersion,
  { id, actor, url }: StatementRecord,
  outer: StatementRecord | undefined,
): FtmEntity | null {
  const relay = outer?.actor ?? null;
  if (!actor || !relay || actor.who === relay.who || !isEntity(actor) || !isEntity(relay)) return null;
  return entity(`${version.id}-${id}-relay`, 'UnknownLink', {
    subject: [relay.who],
    object: [actor.who],
    role: ['relays'],
    date: [ftmDate(reading.article.published)],
    sourceUrl: [webUrl(url)],
    recordId: [id],
  });
}

function noteEntity({ version }: SelectedVersion, { id }: StatementRecord, note: string): FtmEntity {
  return entity(`${version.id}-${id}-note`, 'Note', { description: [note], entity: [`${version.id}-${id}`] });
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= NAME_LENGTH ? line : `${line.slice(0, NAME_LENGTH - 1).replace(/\s+\S*$/u, '')}…`;
}

/** An ISO date of whatever precision, an instant in UTC; null for what FtM has no form for. */
function ftmDate(date: string | null): string | null {
  if (date === null) return null;
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date)) return date;
  if (!/^\d{4}-\d{2}-\d{2}T/.test(date)) return null;
  const instant = new Date(date);
  return Number.isNaN(instant.getTime()) ? date.slice(0, 10) : instant.toISOString().slice(0, 19);
}

function webUrl(url: string | null): string | null {
  return url !== null && /^https?:/i.test(url) ? url : null;
}
