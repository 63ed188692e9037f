/**
 * A document as text, as far as the stages have filled it: blocks, then sentences of tokens with their tags and, where they are
 * parsed, their relation and the number of their head in the sentence, then names, then mentions and entities, then places, then statements, each
 * with its act and with who its source is, then actors, then moments, then sides, then what is not in the outlet's own voice, assertions,
 * loaded words, and claims.
 * One thing a line, so that a difference between two engines is a difference between lines; snapshot tests use this form.
 *
 *   sentence 1 [0, 19) The_DET/DT port_NOUN/NN denied_VERB/VBD it_PRON/PRP ._PUNCT/.
 *   sentence 1 [0, 19) The_DET/DT_det:2 port_NOUN/NN_nsubj:3 denied_VERB/VBD_root:0 it_PRON/PRP_obj:3 ._PUNCT/._punct:3
 *   name organization 0.941 [4, 34) Ministry of Defence of Belarus
 *     name place 0.941 [27, 34) Belarus
 *   mention 3 pronoun [40, 42) he: entity 1 0.930, by pronoun model
 *   mention 4 name [60, 65) Kovac: open, 1 0.520 or 2 0.440, by short name of several
 *   entity 1 person male singular named by mention 0 [0, 11) Petr Kovac: mentions 0 3
 */
import { RELATIONS } from '../language/parse/relations.ts';
import { UPOS_TAGS, XPOS_TAGS } from '../language/tag/tags.ts';
import type { Claim, Quantity, Slot } from '../reading/claims/claim.ts';
import type {
  Act,
  Actor,
  Assertion,
  Attribution,
  Identity,
  Moment,
  Place,
  ReadDocument,
  Role,
  Said,
  Side,
  Wording,
} from '../reading/reading.ts';
import type { Column } from '../reading/stages.ts';
import { OWN } from '../reading/voices/mark-voices.ts';
import { plainLine } from './view/wrap-text.ts';

/** Names of the voices, by their numbers. */
const VOICES = ['own', 'source', 'cue', 'marked', 'said', 'quoted'] as const;

/**
 * The columns given, as lines. Offsets are UTF-16 units of the text, half-open. A "+" before a token says that it continues
 * the one before it ("do +n't").
 *
 * @example
 * explainDocument(engine.run(input, 'tag'), new Set(['text', 'blocks', 'tokens', 'sentences', 'tags']));
 */
export function explainDocument(document: ReadDocument, columns: ReadonlySet<Column>): string {
  const lines = [`text ${document.text.length} units`];
  for (const { kind, start, end } of document.blocks) lines.push(`block ${kind} ${extent(start, end)}`);
  lines.push(...explainTokens(document, columns));
  if (columns.has('names')) lines.push(...explainNames(document));
  if (columns.has('coreference')) lines.push(...explainMentions(document), ...explainEntities(document));
  if (columns.has('places')) lines.push(...(document.places ?? []).flatMap(explainPlace));
  if (columns.has('statements')) {
    const acts = columns.has('acts') ? (document.acts ?? []) : [];
    const sources = columns.has('sources') ? (document.sources ?? []) : [];
    const sourceless = columns.has('sourceless') ? (document.sourceless ?? []) : [];
    const said = columns.has('said') ? (document.said ?? []) : [];
    lines.push(
      ...(document.statements ?? []).flatMap((statement, i) => [
        ...explainStatement(statement, acts[i], said[i]),
        ...(sources[i] ? [explainIdentity(sources[i])] : []),
        ...(sourceless[i] ? [`  sourceless ${sourceless[i]}`] : []),
      ]),
    );
  }
  if (columns.has('actors')) lines.push(...(document.actors ?? []).map(explainActor));
  if (columns.has('moments')) lines.push(...(document.moments ?? []).flatMap(explainMoment));
  if (columns.has('sides')) lines.push(...(document.sides ?? []).map(explainSide));
  if (columns.has('voices')) lines.push(...explainVoices(document));
  if (columns.has('assertions')) {
    lines.push(...(document.assertions ?? []).map((assertion) => explainAssertion(document.text, assertion)));
  }
  if (columns.has('wording')) lines.push(...(document.wording ?? []).map(explainWording));
  if (columns.has('claims')) lines.push(...(document.claims ?? []).flatMap(explainClaim));
  return `${lines.join('\n')}\n`;
}

function explainTokens({ text, tokens, sentences }: ReadDocument, columns: ReadonlySet<Column>): string[] {
  if (!tokens || !columns.has('tokens')) return [];
  const explainToken = (t: number) => {
    const form = `${tokens.joined[t] === 1 ? '+' : ''}${plainLine(text.slice(tokens.start[t], tokens.end[t]))}`;
    return columns.has('tags') ? `${form}_${UPOS_TAGS[tokens.upos[t]]}/${XPOS_TAGS[tokens.xpos[t]]}` : form;
  };
  const explainHead = (t: number, first: number) =>
    `_${RELATIONS[tokens.relation[t]]}:${tokens.head[t] < 0 ? 0 : tokens.head[t] - first + 1}`;
  const range = (first: number, last: number) =>
    Array.from({ length: last - first }, (_, i) =>
      columns.has('parse') ? explainToken(first + i) + explainHead(first + i, first) : explainToken(first + i),
    );
  if (!sentences || !columns.has('sentences')) {
    return range(0, tokens.length).map((token, t) => `token ${extent(tokens.start[t], tokens.end[t])} ${token}`);
  }
  return Array.from({ length: sentences.length }, (_, s) => {
    const [first, last] = [sentences.first[s], sentences.last[s]];
    return `sentence ${s + 1} ${extent(tokens.start[first], tokens.end[last - 1])} ${range(first, last).join(' ')}`;
  });
}

function explainNames({ text, tokens, names = [] }: ReadDocument): string[] {
  return names.map(({ first, last, type, probability, parent }) => {
    const [start, end] = [tokens!.start[first], tokens!.end[last - 1]];
    const indent = parent === null ? '' : '  ';
    return `${indent}name ${type} ${probability.toFixed(3)} ${extent(start, end)} ${plainLine(text.slice(start, end))}`;
  });
}

function explainMentions({ text, tokens, mentions = [] }: ReadDocument): string[] {
  return mentions.map(({ first, last, kind, entity, candidates, why }, i) => {
    const [start, end] = [tokens!.start[first], tokens!.end[last - 1]];
    const likely = candidates
      .map((candidate) => `${candidate.entity} ${candidate.probability.toFixed(3)}`)
      .join(' or ');
    const means = entity === null ? `open${likely && `, ${likely}`}` : `entity ${likely || entity}`;
    return `mention ${i} ${kind} ${extent(start, end)} ${plainLine(text.slice(start, end))}: ${means}, by ${why}`;
  });
}

function explainEntities({ text, tokens, mentions, entities = [] }: ReadDocument): string[] {
  return entities.map(({ type, name, mentions: own, gender, number }, i) => {
    const known = [type, gender, number].filter((fact) => fact !== null).join(' ');
    if (name === null) return `entity ${i} ${known} unnamed: mentions ${own.join(' ')}`;
    const [start, end] = [tokens!.start[mentions![name].first], tokens!.end[mentions![name].last - 1]];
    const words = plainLine(text.slice(start, end));
    return `entity ${i} ${known} named by mention ${name} ${extent(start, end)} ${words}: mentions ${own.join(' ')}`;
  });
}

function explainPlace({
  start,
  end,
  text,
  lat,
  lon,
  name,
  country,
  precision,
  kind,
  relation,
  score,
  why,
}: Place): string[] {
  const where = lat === null ? 'unplaced' : `${plainLine(name)} ${country ?? '--'} ${kind} ${precision} ${lat} ${lon}`;
  const marks = relation === 'at' ? '' : ` ${relation}`;
  return [
    `place ${score.toFixed(3)} ${extent(start, end)} ${plainLine(text)}: ${where}${marks}`,
    ...why.map((reason) => `  why ${reason}`),
  ];
}

function explainStatement(
  { id, kind, source, cue, content, parent, confidence, why }: Attribution,
  act: Act | undefined,
  said: Said | null | undefined,
): string[] {
  return [
    `statement ${id} ${kind} ${confidence.toFixed(3)}${parent === null ? '' : ` within ${parent}`}`,
    ...explainRole('source', source),
    ...explainRole('cue', cue),
    ...explainRole('content', content),
    ...(act ? [explainAct(act)] : []),
    ...(said ? [explainSaid(said)] : []),
    ...why.map((reason) => `  why ${plainLine(reason)}`),
  ];
}

function explainSaid({ moment, edtf, basis, resolution, why }: Said): string {
  return `  said ${moment} ${edtf ?? 'no date'} ${basis} ${resolution}${why.map((reason) => `; ${reason}`).join('')}`;
}

function explainIdentity({ actor, resolution, candidates, why }: Identity): string {
  const open = candidates.map((candidate) => ` ${candidate.actor} ${candidate.probability.toFixed(2)}`).join('');
  return `  who ${resolution} ${actor ?? 'open'}${open && ` of${open}`}${why.map((reason) => `; ${plainLine(reason)}`).join('')}`;
}

function explainActor({
  id,
  name,
  type,
  unnamedType,
  number,
  conditions,
  role,
  affiliation,
  aliases,
  mentions,
}: Actor): string {
  const facts = { number, role, affiliation, conditions, aliases: aliases.length > 0 ? aliases.join(', ') : null };
  const told = Object.entries(facts).flatMap(([fact, words]) =>
    words === null ? [] : [` ${fact} "${plainLine(words)}"`],
  );
  const spans = mentions.map(([start, end]) => extent(start, end)).join(' ');
  return `actor ${id} ${unnamedType ?? type} "${plainLine(name)}"${told.join('')} ${spans}`;
}

function explainAct({ speechAct, stance, negated, hypothetical, hedges, certainty }: Act): string {
  const marks = [...(negated ? ['negated'] : []), ...(hypothetical ? ['hypothetical'] : [])];
  const hedged = hedges.map(([start, end]) => ` ${extent(start, end)}`).join('');
  return `  act ${[speechAct, stance, ...marks].join(' ')} certainty ${certainty.toFixed(2)}${hedged && ` hedges${hedged}`}`;
}

function explainMoment({ id, start, end, text, edtf, basis, timex, known, implied, anchor, why }: Moment): string[] {
  const value = timex ? `${timex.type} ${timex.value}${timex.mod === null ? '' : ` ${timex.mod}`}` : 'interval';
  const parts = (of: Moment['known']): string =>
    Object.entries(of)
      .map(([part, is]) => ` ${part} ${is}`)
      .join(',');
  return [
    `moment ${id} ${value} ${edtf ?? 'no date'} ${basis} ${extent(start, end)} ${plainLine(text)}`,
    ...(Object.keys(known).length > 0 ? [`  known${parts(known)}`] : []),
    ...(Object.keys(implied).length > 0 ? [`  implied${parts(implied)}`] : []),
    ...(anchor ? [`  of ${anchor.statement ?? 'event'} ${anchor.spans.map((span) => extent(...span)).join(' ')}`] : []),
    ...why.map((reason) => `  why ${plainLine(reason)}`),
  ];
}

function explainSide({ status, spans, text, cue }: Side): string {
  return `side ${status} ${spans.map(([start, end]) => extent(start, end)).join(' ')} ${plainLine(text)}: ${plainLine(cue.text)}`;
}

/** Runs of one voice, those of the outlet's own words left out: they are the rest. */
function explainVoices({ tokens, voices }: ReadDocument): string[] {
  const lines: string[] = [];
  for (let t = 0; t < (voices?.length ?? 0); ) {
    const first = t;
    while (t < voices!.length && voices![t] === voices![first]) t++;
    if (voices![first] === OWN) continue;
    lines.push(`voice ${VOICES[voices![first]]} ${extent(tokens!.start[first], tokens!.end[t - 1])}`);
  }
  return lines;
}

function explainAssertion(text: string, { id, start, end, check, hedges, sourced }: Assertion): string {
  const hedged = hedges.map((span) => ` ${extent(...span)}`).join('');
  const marks = `${hedged && ` hedges${hedged}`}${sourced === null ? '' : ` sourced ${sourced}`}`;
  return `assertion ${id} check ${check.toFixed(2)}${marks} ${extent(start, end)} ${plainLine(text.slice(start, end))}`;
}

function explainWording({ start, end, text, plainer }: Wording): string {
  return `wording ${extent(start, end)} ${plainLine(text)}: ${plainLine(plainer)}`;
}

function explainClaim(claim: Claim): string[] {
  const { id, subject, predicate, object, when, where, quantities, polarity, denied, modality } = claim;
  const slot = (name: string, words: Slot | null): string[] =>
    words === null
      ? []
      : [
          `  ${name} ${words.spans.map((span) => extent(...span)).join(' ')} ${plainLine(words.text)}${words.actor === null ? '' : ` ${words.actor}`}`,
        ];
  return [
    `claim ${id} in ${claim.in} ${polarity}${denied ? ' within a denial' : ''} ${modality}`,
    `  predicate ${predicate.spans.map((span) => extent(...span)).join(' ')} ${predicate.lemma} ${predicate.voice}`,
    ...slot('subject', subject),
    ...slot('object', object),
    ...claim.arguments.flatMap((argument) => slot(argument.relation, argument)),
    ...(when === null ? [] : [`  when ${when}`]),
    ...(where === null ? [] : [`  where ${where}`]),
    ...quantities.map(explainQuantity),
  ];
}

function explainQuantity({ span, text, value, least, most, comparison, unit, counted }: Quantity): string {
  const amount = value ?? `${least ?? '…'} to ${most ?? '…'}`;
  const of = [...(unit === null ? [] : [unit]), ...(counted === null ? [] : [`of ${counted.lemma}`])];
  return `  quantity ${[comparison, amount, ...of].join(' ')} ${extent(...span)} ${plainLine(text)}`;
}

function explainRole(name: string, role: Role | null): string[] {
  if (role === null) return [`  ${name} none`];
  return [`  ${name} ${role.spans.map(([start, end]) => extent(start, end)).join(' ')} ${plainLine(role.text)}`];
}

function extent(start: number, end: number): string {
  return `[${start}, ${end})`;
}
