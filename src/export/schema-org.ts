/**
 * What is claimed, as schema.org Claims in JSON-LD. One Claim for each statement by which its source puts something forward; several speakers
 * are never one claim. There is never a rating: ClaimReview is for people (schemaorg/schemaorg#1828). Denials, questions, demands and what was
 * not said are no claims of their source and are left out.
 */
import type { ActorRecord, StatementRecord } from '../ledger/ledger.ts';
import { WITHOUT_ASSERTION } from '../reading/acts/speech-acts.ts';
import type { ExportFormat } from './format.ts';
import type { SelectedVersion } from './selection/selection.ts';
import { outletDomain } from './table/outlet-domain.ts';
import { lossNote, type Tally } from './tally.ts';
import { urnOf } from './urn.ts';

const LEFT_OUT = ['where statements stand', 'what the outlets assert themselves', 'certainty, hedges and stance'];

export const schemaOrg: ExportFormat = {
  name: 'schema-org',
  description: 'statements as schema.org Claims (JSON-LD), never with a rating',
  ending: '.jsonld',
  mediaType: 'application/ld+json',
  isLossless: false,
  unit: 'statements',
  leavesOut: LEFT_OUT,
  kind: 'stream',
  async *stream({ selection, tally }) {
    yield '{"@context":"https://schema.org","@type":"ItemList","itemListElement":[';
    let before = '\n';
    for await (const version of selection.versions()) {
      for (const statement of version.statements) {
        if (!putsForward(statement, tally)) continue;
        tally.count++;
        yield `${before}${JSON.stringify(claimOf(version, statement))}`;
        before = ',\n';
      }
    }
    yield `\n],"numberOfItems":${tally.count},"description":${JSON.stringify(lossNote(LEFT_OUT, tally.losses))}}\n`;
  },
};

function putsForward({ content, negated, hypothetical, speechAct }: StatementRecord, tally: Tally): boolean {
  if (content === null) tally.lose('statements without a content');
  else if (negated || hypothetical) tally.lose('what was not, or not yet, said');
  else if (speechAct === 'denied' || speechAct === 'retracted') tally.lose('denials and retractions');
  else if (WITHOUT_ASSERTION.has(speechAct)) tally.lose('questions, demands, wishes and refusals');
  else return true;
  return false;
}

function claimOf(version: SelectedVersion, statement: StatementRecord) {
  const { content, actor, source, said, event, place } = statement;
  const article = articleOf(version, statement);
  const isNamed = actor !== null && actor.type !== 'unnamed' && actor.type !== 'document' && actor.type !== 'group';
  return {
    '@type': 'Claim',
    '@id': `${urnOf(version.version.id)}:${statement.id.replace('_', ':')}`,
    identifier: statement.id,
    text: content!.text,
    ...(isNamed && { author: authorOf(actor) }),
    // An unnamed source is described, not identified.
    ...(!isNamed && source && { creditText: source.text }),
    ...(said?.edtf && { dateCreated: said.edtf }),
    ...(article.datePublished && { datePublished: article.datePublished }),
    ...(event?.edtf && { temporalCoverage: event.edtf }),
    ...(place && place.lat !== null && { contentLocation: locationOf(place) }),
    inLanguage: statement.language,
    firstAppearance: article,
    appearance: [article],
    citation: [
      { '@type': 'Quotation', text: content!.text, isBasedOn: article['@id'] ? { '@id': article['@id'] } : article },
    ],
  };
}

function locationOf({ name, country, lat, lon, geonamesId }: NonNullable<StatementRecord['place']>) {
  return {
    '@type': 'Place',
    name,
    ...(country && { address: { '@type': 'PostalAddress', addressCountry: country } }),
    geo: { '@type': 'GeoCoordinates', latitude: lat, longitude: lon },
    ...(geonamesId !== null && { sameAs: `https://sws.geonames.org/${geonamesId}/` }),
  };
}

function authorOf({ who, name, type, role, affiliation }: ActorRecord) {
  return {
    '@type': type === 'person' ? 'Person' : type === 'outlet' ? 'NewsMediaOrganization' : 'Organization',
    '@id': urnOf(who),
    name,
    ...(type === 'person' && role && { jobTitle: role }),
    ...(type === 'person' && affiliation && { affiliation: { '@type': 'Organization', name: affiliation } }),
  };
}

function articleOf({ version }: SelectedVersion, { headline, outlet, published, url, byline }: StatementRecord) {
  const domain = outletDomain(url);
  return {
    '@type': 'NewsArticle',
    '@id': url ?? urnOf(version.id),
    ...(headline && { headline }),
    ...(url && { url }),
    ...(published && { datePublished: published }),
    ...(byline && { creditText: byline }),
    ...(outlet && {
      publisher: { '@type': 'NewsMediaOrganization', name: outlet, ...(domain && { url: `https://${domain}/` }) },
    }),
  };
}
