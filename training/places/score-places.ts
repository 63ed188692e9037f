/** How well found places agree with marked ones. bench/quality/places.ts says what each figure is. */
import { distanceKm } from '../../src/reading/places/distance.ts';
import type { Place } from '../../src/reading/reading.ts';
import { countryOfPage, type GoldPlace, isWiderThanCountry } from './geovirus.ts';
import { RIGHT_KM } from './learn.ts';

export interface PlaceScores {
  /** F1 of names found, by overlap and by exact span. */
  readonly overlap: number;
  readonly exact: number;
  readonly precision: number;
  readonly recall: number;
  /** Of those found that are below country level: the share within RIGHT_KM, and the share that was placed at all. */
  readonly near: number;
  readonly placed: number;
  /** Of those that were placed. */
  readonly nearOfPlaced: number;
  /** Of countries found: the share that is right by code. */
  readonly countries: number;
}

/** One gold place and what was found there. */
export interface JudgedPlace {
  readonly gold: GoldPlace;
  readonly found: Place;
  readonly level: 'country' | 'below' | 'wider';
  readonly isRight: boolean;
}

/**
 * Pairs the gold places with found ones that overlap them, one to one, and judges each pair.
 *
 * @example
 * judgePlaces(article.places, reading.places).filter(({ isRight }) => !isRight);
 */
export function judgePlaces(gold: readonly GoldPlace[], found: readonly Place[]): JudgedPlace[] {
  const taken = new Set<Place>();
  return [...gold]
    .sort((a, b) => a.start - b.start)
    .flatMap((place) => {
      const rivals = found.filter((other) => other.start < place.end && other.end > place.start && !taken.has(other));
      const pair = rivals.find(({ start, end }) => start === place.start && end === place.end) ?? rivals[0];
      if (!pair) return [];
      taken.add(pair);
      const code = countryOfPage(place.page);
      const level = code !== null ? 'country' : isWiderThanCountry(place.page) ? 'wider' : 'below';
      const isRight =
        code !== null
          ? pair.country === code && pair.precision === 'country'
          : pair.lat !== null && distanceKm({ lat: pair.lat, lon: pair.lon! }, place) <= RIGHT_KM;
      return [{ gold: place, found: pair, level, isRight }];
    });
}

/**
 * The figures over all articles together.
 *
 * @example
 * scorePlaces([{ gold: article.places, found: reading.places }]).overlap; // 0.93
 */
export function scorePlaces(
  articles: readonly { readonly gold: readonly GoldPlace[]; readonly found: readonly Place[] }[],
): PlaceScores {
  const judged = articles.flatMap(({ gold, found }) => judgePlaces(gold, found));
  const gold = articles.reduce((sum, article) => sum + article.gold.length, 0);
  const found = articles.reduce((sum, article) => sum + article.found.length, 0);
  const exact = judged.filter(
    (pair) => pair.gold.start === pair.found.start && pair.gold.end === pair.found.end,
  ).length;
  const below = judged.filter(({ level }) => level === 'below');
  const placed = below.filter((pair) => pair.found.lat !== null);
  const countries = judged.filter(({ level }) => level === 'country');
  const rightOf = (pairs: readonly JudgedPlace[]): number =>
    pairs.filter(({ isRight }) => isRight).length / pairs.length;
  return {
    overlap: (2 * judged.length) / (gold + found),
    exact: (2 * exact) / (gold + found),
    precision: judged.length / found,
    recall: judged.length / gold,
    near: rightOf(below),
    placed: placed.length / below.length,
    nearOfPlaced: rightOf(placed),
    countries: rightOf(countries),
  };
}
