/**
 * Places as GeoJSON (RFC 7946): one Feature a mention, so that what is on the map can be counted in the text. An unplaced mention
 * has no geometry and stands in the list all the same; `precision` says what the point is the middle of, and a map must not draw that of a
 * country or a region ("admin") as a place where something was.
 */
import type { Article, Place } from '../reading/reading.ts';

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
}

export interface PlaceCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly PlaceFeature[];
}

/** UTF-16 units of text on each side of a mention, by which it is found again where the text has changed. */
const BESIDE = 32;

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

function featureOf({ id, text, textSha256, article }: PlacesOfArticle, place: Place): PlaceFeature {
  const { lat, lon, text: exact, id: placeId, ...rest } = place;
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
      prefix: text.slice(Math.max(0, place.start - BESIDE), place.start),
      suffix: text.slice(place.end, place.end + BESIDE),
      textSha256,
    },
  };
}
