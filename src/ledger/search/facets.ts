/** Facets: what the entries that a search finds are counted by, and the term of the query language that stands for each value. */
import type { FieldName } from './fields.ts';
import type { Query, Term, Value } from './query.ts';

/** In the order in which they are shown. */
export const FACETS = [
  'kind',
  'act',
  'stance',
  'type',
  'unnamed',
  'actor',
  'outlet',
  'place',
  'country',
  'certainty',
  'review',
  'month',
] as const;
export type FacetName = (typeof FACETS)[number];

/** Bands of certainty: as a range, and in words. */
export const CERTAINTY_BANDS = [
  { label: 'low (below 0.4)', low: null, high: { value: 0.4, included: false } },
  { label: 'middle (0.4 to 0.7)', low: { value: 0.4, included: true }, high: { value: 0.7, included: true } },
  { label: 'high (above 0.7)', low: { value: 0.7, included: false }, high: null },
] as const;

const FACET_OF: Partial<Readonly<Record<FieldName, FacetName>>> = {
  kind: 'kind',
  act: 'act',
  stance: 'stance',
  type: 'type',
  unnamed: 'unnamed',
  actor: 'actor',
  outlet: 'outlet',
  place: 'place',
  country: 'country',
  certainty: 'certainty',
  published: 'month',
};

/**
 * The parts of a query that must all fit, each with the facet whose filter it is, or null: a facet is counted under all parts but its own.
 *
 * @example
 * splitByFacet(parseQuery('bridge act:denied')).map(({ facet }) => facet); // [null, 'act']
 */
export function splitByFacet(query: Query): { readonly part: Query; readonly facet: FacetName | null }[] {
  if (query.type === 'all') return [];
  const parts = query.type === 'and' ? query.parts : [query];
  return parts.map((part) => ({ part, facet: facetOf(part) }));
}

/** The facet that all terms of a part are of; null where there is none. */
function facetOf(part: Query): FacetName | null {
  switch (part.type) {
    case 'all':
      return null;
    case 'term':
      return facetOfTerm(part);
    case 'not':
      return facetOf(part.part);
    default: {
      const [first, ...others] = part.parts.map(facetOf);
      return others.every((facet) => facet === first) ? first : null;
    }
  }
}

function facetOfTerm({ field, value }: Term): FacetName | null {
  if (field !== 'is' || value.type !== 'choice') return field === null ? null : (FACET_OF[field] ?? null);
  if (value.choice === 'assertion') return 'kind';
  if (value.choice === 'unnamed') return 'type';
  return ['negated', 'hypothetical', 'nested', 'uncertain'].includes(value.choice) ? null : 'review';
}

/**
 * The query that a click on a facet's value stands for: the term in the place of what the facet was filtered by; without it, where it
 * was the filter already.
 *
 * @example
 * printQuery(chooseFacet(parseQuery('bridge kind:direct'), 'kind', termOfFacet('kind', 'mixed'))); // 'bridge kind:mixed'
 */
export function chooseFacet(query: Query, facet: FacetName, term: Term): Query {
  const kept = splitByFacet(query).filter((part) => part.facet !== facet);
  const parts = [...kept.map(({ part }) => part), ...(isChosen(query, term) ? [] : [term])];
  if (parts.length === 0) return { type: 'all' };
  return parts.length === 1 ? parts[0] : { type: 'and', parts };
}

/**
 * Whether the term is one of the parts of a query that must all fit.
 *
 * @example
 * isChosen(parseQuery('bridge kind:direct'), termOfFacet('kind', 'direct')); // true
 */
export function isChosen(query: Query, term: Term): boolean {
  const parts = query.type === 'and' ? query.parts : [query];
  return parts.some((part) => JSON.stringify(part) === JSON.stringify(term));
}

/**
 * The values of a facet that the query is narrowed to.
 *
 * @example
 * chosenValues(parseQuery('bridge kind:direct'), 'kind'); // ['direct']
 */
export function chosenValues(query: Query, facet: FacetName): string[] {
  return splitByFacet(query)
    .filter((part) => part.facet === facet && part.part.type === 'term')
    .flatMap(({ part }) =>
      candidatesOf((part as Term).value).filter((value) => isChosen(query, termOfFacet(facet, value))),
    );
}

/** Values of facets that a term may stand for. */
function candidatesOf(value: Value): string[] {
  switch (value.type) {
    case 'words':
      return [value.text];
    case 'choice':
      return [value.choice];
    case 'dates':
      return value.from === null ? [] : [value.from];
    case 'number':
      return CERTAINTY_BANDS.map((_, band) => `${band}`);
  }
}

/**
 * The term that finds what a facet counts as a value: a choice, an actor's id, a name, a country, the position of a band, a month.
 *
 * @example
 * printQuery(termOfFacet('outlet', 'The Post')); // 'outlet:="The Post"'
 */
export function termOfFacet(facet: FacetName, value: string): Term {
  switch (facet) {
    case 'actor':
    case 'country':
      return { type: 'term', field: facet, value: { type: 'words', text: value, prefix: false, whole: false } };
    case 'outlet':
    case 'place':
      return { type: 'term', field: facet, value: { type: 'words', text: value, prefix: false, whole: true } };
    case 'certainty': {
      const { low, high } = CERTAINTY_BANDS[Number(value)];
      return { type: 'term', field: facet, value: { type: 'number', low, high } };
    }
    case 'month':
      return { type: 'term', field: 'published', value: { type: 'dates', from: value, to: value } };
    case 'review':
      return { type: 'term', field: 'is', value: { type: 'choice', choice: value } };
    default:
      return { type: 'term', field: facet, value: { type: 'choice', choice: value } };
  }
}
