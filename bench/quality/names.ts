/**
 * Names on two development sets and one of our own, from raw text. What is measured:
 *
 * UNER EWT dev. Gold: the spans that UNER labels PER, ORG and LOC (OTH and O-typed ones are none), in UTF-16 units of the
 * documents' text: UNER's sentences joined by a space, and by a blank line where the treebank begins a paragraph. Found: the
 * outer names (those in no other) of types person, organization and place. A found name is right where a gold one has the same
 * start, end and type. F1 over all documents together.
 *
 * GUM dev, news. Gold: the outermost entities of the documents GUM_news_* whose head is a proper noun and whose type is person,
 * organization or place, cut down to the name (training/names/gum.ts: no relative clauses, articles or titles; one that is
 * all title is none; plural proper nouns are groups). Found: outer names as above; for `compromise`, what people(),
 * organizations() and places() give, with their offsets, in the same run. From both sides' spans the same is trimmed: white
 * space and punctuation at the ends (but not a full stop that belongs to a word of the name), a possessive ending, articles, and a
 * person's titles. Right and F1 as above; `ahead of compromise` is the difference of the two F1.
 *
 * World news. Gold: bench/world-names. Found and right as for UNER.
 */
import { readFileSync } from 'node:fs';
import nlp from 'compromise';
import { openEngine } from '../../src/models/open-engine.ts';
import { articleLength, type NameArticle, titleLength } from '../../training/names/gold.ts';
import { readGum } from '../../training/names/gum.ts';
import { scoreNames, type TypedSpan } from '../../training/names/name-scores.ts';
import { readUner, UNER_DEV } from '../../training/names/uner.ts';
import { plainInput } from '../../training/plain-input.ts';
import { readWorldNames } from '../world-names/read-sentences.ts';

export const NAME_FILES: readonly string[] = [UNER_DEV, 'ud/en_ewt-ud-dev.conllu.gz', 'gum/gum-dev.conllu.gz'];

export interface NameFigure {
  readonly set: string;
  readonly measure: string;
  readonly value: number;
}

/**
 * All figures of names.
 *
 * @param data the folder that holds NAME_FILES
 * @throws Error where one of them is missing.
 * @example
 * measureNames('../shared/data')[0]; // { set: 'UNER EWT dev', measure: 'names', value: 0.8 }
 */
export function measureNames(data: string): NameFigure[] {
  const engine = openEngine();
  const find = ({ text }: { readonly text: string }): TypedSpan[] => {
    const input = plainInput('text', text);
    const { tokens, names } = engine.run(input, 'names');
    return names!
      .filter(({ parent }) => parent === null)
      .map(({ first, last, type }) => ({ start: tokens!.start[first], end: tokens!.end[last - 1], type }));
  };

  const uner = scoreNames(readUner(data, UNER_DEV).map((article) => ({ gold: goldOf(article), found: find(article) })));
  const news = readGum(data, 'gum/gum-dev.conllu.gz').filter(({ id }) => id.startsWith('GUM_news'));
  const score = (finder: (article: NameArticle) => TypedSpan[]): number =>
    scoreNames(
      news.map((article) => ({
        gold: trimmed(article.text, goldOf(article)),
        found: trimmed(article.text, finder(article)),
      })),
    ).f1;
  const sentences = readFileSync(new URL('../world-names/sentences.txt', import.meta.url), 'utf8');
  const world = scoreNames(
    readWorldNames(sentences).map((article) => ({ gold: [...article.names], found: find(article) })),
  );
  const hearsay = score(find);
  const compromise = score(({ text }) => findByCompromise(text));
  return [
    { set: 'UNER EWT dev', measure: 'names', value: uner.f1 },
    { set: 'UNER EWT dev', measure: 'persons', value: uner.byType[0] },
    { set: 'UNER EWT dev', measure: 'organisations', value: uner.byType[1] },
    { set: 'UNER EWT dev', measure: 'places', value: uner.byType[2] },
    { set: 'GUM dev news', measure: 'names', value: hearsay },
    { set: 'GUM dev news', measure: 'by compromise', value: compromise },
    { set: 'GUM dev news', measure: 'ahead of compromise', value: hearsay - compromise },
    { set: 'world news, 128 sentences', measure: 'names', value: world.f1 },
    { set: 'world news, 128 sentences', measure: 'persons', value: world.byType[0] },
    { set: 'world news, 128 sentences', measure: 'organisations', value: world.byType[1] },
    { set: 'world news, 128 sentences', measure: 'places', value: world.byType[2] },
  ].map((figure) => ({ ...figure, value: Math.round(figure.value * 10_000) / 10_000 }));
}

function goldOf({ names }: NameArticle): TypedSpan[] {
  return names.flatMap(({ start, end, types }) => (types.length === 1 ? [{ start, end, type: types[0] }] : []));
}

interface CompromisePhrase {
  readonly offset: { readonly start: number; readonly length: number };
}

function findByCompromise(text: string): TypedSpan[] {
  const document = nlp(text);
  const spans = (phrases: unknown, type: TypedSpan['type']): TypedSpan[] =>
    (phrases as CompromisePhrase[]).map(({ offset: { start, length } }) => ({ start, end: start + length, type }));
  const options = { offset: true };
  return [
    ...spans(document.people().json(options), 'person'),
    ...spans(document.organizations().json(options), 'organization'),
    ...spans(document.places().json(options), 'place'),
  ];
}

/** Spans without what may stand at the ends of a name by one convention and not by another; empty ones are dropped. */
function trimmed(text: string, spans: readonly TypedSpan[]): TypedSpan[] {
  return spans.flatMap((span) => {
    let { start, end } = span;
    const words = text.slice(start, end);
    start += /^[\s\p{P}]*/u.exec(words)![0].length;
    end -= /(?:['’]s)?[\s\p{P}]*$/u.exec(words)![0].length;
    // A full stop stays where it ends an abbreviation: "U.S.".
    if (text[end] === '.' && /\.\p{L}+$/u.test(text.slice(start, end))) end++;
    start += articleLength(text.slice(start, end));
    if (span.type === 'person') start += titleLength(text.slice(start, end));
    return start < end ? [{ ...span, start, end }] : [];
  });
}
