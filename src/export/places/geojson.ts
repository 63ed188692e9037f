/**
 * Places as GeoJSON (RFC 7946): one Feature a mention, so that what is on the map can be counted in the text. An unplaced mention
 * has no geometry and stands in the list all the same; `precision` says what the point is the middle of, and a map must not draw that of a
 * country or a region ("admin") as a place where something was. Times stand as Linked Places have them (`when.timespans`).
 */
import type { MomentRecord, PlaceRecord } from '../../ledger/ledger.ts';
import type { Article, Place } from '../../reading/reading.ts';
import type { ExportFormat } from '../format.ts';
import { anchorSpan } from '../text-anchor.ts';

/** An article and its places. */
export interface PlacesOfArticle {
  readonly id: string;
  readonly text: string;
  readonly textSha256: string;
  readonly article: Article;
  readonly places: readonly Place[];
}

export interface PlaceFeature {
  readonly type: 'Feature';
  readonly id: string;
  /** Degrees east, then north. */
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [number, number] } | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly when?: { readonly timespans: readonly Readonly<Record<string, unknown>>[] };
}

export interface PlaceCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly PlaceFeature[];
}

/**
 * The mentions of places of some articles.
 *
 * @example
 * placesGeojson([reading]).features[0].geometry; // { type: 'Point', coordinates: [36.253, 49.981] }
 */
export function placesGeojson(articles: readonly PlacesOfArticle[]): PlaceCollection {
  return {
    type: 'FeatureCollection',
    features: articles.flatMap((article) => article.places.map((place) => featureOf(article, place))),
  };
}

export const geojson: ExportFormat = {
  name: 'geojson',
  description: 'mentions of places for maps; what is unplaced is listed',
  ending: '.geojson',
  mediaType: 'application/geo+json',
  isLossless: false,
  unit: 'places',
  leavesOut: ['statements but for their ids', 'what the outlets assert themselves'],
  kind: 'stream',
  async *stream({ selection, tally }) {
    yield '{"type":"FeatureCollection","features":[';
    let before = '\n';
    for await (const { version, reading, statements, places } of selection.versions()) {
      const events = new Map(statements.map(({ id, event }) => [id, event]));
      for (const place of await places()) {
        tally.count++;
        const feature = featureOf({ ...reading, id: version.articleId }, place);
        const event = place.statement === null ? null : (events.get(place.statement) ?? null);
        yield `${before}${JSON.stringify({ ...feature, id: `${place.versionId}:${place.id}`, ...timeOf(event, feature) })}`;
        before = ',\n';
      }
    }
    yield '\n]}\n';
  },
};

function featureOf(
  { id, text, textSha256, article }: Omit<PlacesOfArticle, 'places'>,
  place: Place | PlaceRecord,
): PlaceFeature {
  const { lat, lon, text: exact, id: placeId, ...rest } = place;
  const { prefix, suffix } = anchorSpan(text, [place.start, place.end]);
  return {
    type: 'Feature',
    id: placeId,
    geometry: lat === null || lon === null ? null : { type: 'Point', coordinates: [lon, lat] },
    properties: {
      articleId: id,
      title: article.title,
      outlet: article.outlet,
      published: article.published,
      url: article.url,
      exact,
      ...rest,
      offsetUnit: 'utf16',
      prefix,
      suffix,
      textSha256,
    },
  };
}

/** The first time that the statement around the place names. */
function timeOf(event: MomentRecord | null, { properties }: PlaceFeature): Partial<PlaceFeature> {
  if (!event?.edtf) return {};
  const { earliest, latest, edtf } = event;
  const start = earliest === null ? {} : { start: earliest === latest ? { in: earliest } : { earliest } };
  const end = latest === null || earliest === latest ? {} : { end: { latest } };
  return { properties: { ...properties, edtf }, when: { timespans: [{ ...start, ...end }] } };
}
