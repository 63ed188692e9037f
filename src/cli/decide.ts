/** `hearsay decide`: what a person rules on an entry, one subcommand a kind. Everything goes through src/ledger/decisions/decide.ts. */
import { Command } from 'commander';
import type { ActorName, DecisionRequest, EntryName } from '../ledger/decisions/decision-request.ts';
import { REVIEW_STATUSES } from '../ledger/decisions.ts';
import type { Precision } from '../reading/places/kinds.ts';
import type { ActorType, StatementKind } from '../reading/reading.ts';
import type { Span } from '../text/document.ts';
import { HearsayError } from '../text/errors.ts';
import { BY_OPTION, nameDecider } from './decider.ts';
import { LEDGER_OPTION } from './ledger-option.ts';
import type { Run } from './program.ts';
import { write } from './terminal.ts';
import { madeLine } from './view/show-decisions.ts';

interface Common {
  readonly ledger: string;
  readonly by?: string;
}

/**
 * The command `decide`.
 *
 * @example
 * program.addCommand(decideCommand({ terminal, end }));
 */
export function decideCommand(run: Run): Command {
  const command = new Command('decide')
    .description('rule on what was found: accept, reject, correct, tag, note')
    .addHelpText(
      'after',
      `
What is named are ids as exports and the page show them: statements (stmt_…),
actors (act_…, or who_… across articles), times (mom_…), places (plc_…),
assertions (asrt_…), claims (clm_…). A decision is kept with your name and the
time, is laid over every later reading, and can be undone ("hearsay undo").
Spans are START-END in UTF-16 units of the article's text.

Examples:
  hearsay decide accept stmt_0f3c5a7e91b24d68
  hearsay decide tag ferry stmt_0f3c5a7e91b24d68 stmt_77e02c1b6a9d4f53
  hearsay decide note "ask her again" stmt_0f3c5a7e91b24d68 --by Ada
  hearsay decide attribute stmt_0f3c5a7e91b24d68 --to who_5a7e91b24d680f3c
  hearsay decide attribute stmt_0f3c5a7e91b24d68 --unknown
  hearsay decide merge who_5a7e91b24d680f3c who_1b6a9d4f5377e02c
  hearsay decide date stmt_0f3c5a7e91b24d68 --said 2026-04-14
  hearsay decide place plc_5a7e91b24d680f3c --unplaced
  hearsay decide spans stmt_0f3c5a7e91b24d68 --content 120-164,180-201`,
    );
  const add = (name: string, words: string, description: string): Command => {
    const added = command
      .command(`${name} ${words}`)
      .description(description)
      .option(...LEDGER_OPTION)
      .option(...BY_OPTION);
    return added;
  };
  const rule = (options: Common, request: DecisionRequest) => carryOut(run, options, request);

  for (const [kind, description] of [
    ['accept', 'it is as the engine found it'],
    ['reject', 'it is none: it stays, marked as rejected'],
  ] as const) {
    add(kind, '<entry...>', description).action((entries: string[], options: Common) =>
      rule(options, { kind, entries }),
    );
  }
  for (const kind of ['tag', 'untag'] as const) {
    add(kind, '<tag> <entry...>', kind === 'tag' ? 'put a tag on it' : 'take a tag off').action(
      (tag: string, entries: string[], options: Common) => rule(options, { kind, entries, tag }),
    );
  }
  add('note', '<text> <entry...>', 'note something about it').action(
    (note: string, entries: string[], options: Common) => rule(options, { kind: 'note', entries, note }),
  );
  add('status', '<status> <entry...>', `how far its checking is: ${REVIEW_STATUSES.join(', ')}`).action(
    (status: (typeof REVIEW_STATUSES)[number], entries: string[], options: Common) =>
      rule(options, { kind: 'status', entries, status }),
  );
  add('merge', '<actor...>', 'they are one; the first gives the name').action((entries: string[], options: Common) =>
    rule(options, { kind: 'merge', entries }),
  );
  add('split', '<actor...>', 'these (act_…) are another than those of the same name').action(
    (entries: string[], options: Common) => rule(options, { kind: 'split', entries }),
  );
  add('attribute', '<statement...>', 'say who the source is')
    .option('--to <actor>', 'an actor (act_… or who_…)')
    .option('--name <name>', 'one that the ledger does not have')
    .option('--type <type>', 'what that one is: person, organization, state, outlet …', 'person')
    .option('--unknown', 'it is unknown')
    .option('--candidates <actor...>', 'it is one of these')
    .action((entries: string[], options: Common & Attribution) => rule(options, attributionOf(entries, options)));
  add(
    'place',
    '<place>',
    'say where a place is, or where a claim happened; of words START-END with --article where the engine found none',
  )
    .option('--unplaced', 'it cannot be told')
    .option('--name <name>', "the place's name")
    .option('--at <lat,lon>', 'degrees north and east')
    .option('--precision <word>', 'what these are the middle of: point, site, city, admin, country', 'city')
    .option('--country <code>', 'ISO 3166-1, two letters')
    .option('--geonames <id>', 'its number at GeoNames')
    .option('--article <id>', 'the article that the words are in')
    .action((name: string, options: Common & Placing) => rule(options, placingOf(name, options)));
  add('date', '<entry>', 'say when it was said, or when it happened')
    .option('--said <edtf>', 'when the statement was made; "none" for unknown')
    .option('--happened <edtf>', 'when what it tells of happened; "none" for unknown')
    .option('--article <id>', 'the article that the words START-END are in')
    .action((name: string, options: Common & Dating) => rule(options, datingOf(name, options)));
  add('spans', '<statement>', 'give the exact words; of an article (art_…): a statement that was missed')
    .option('--source <spans>', 'spans of the source, or "none"')
    .option('--cue <spans>', 'spans of the cue, or "none"')
    .option('--content <spans>', 'spans of the content, or "none"')
    .option('--kind <kind>', 'direct, indirect or mixed')
    .action((entry: string, options: Common & Editing) => rule(options, editOf(entry, options)));
  return command;
}

/**
 * Makes decisions and says which.
 *
 * @throws HearsayError E_NOT_FOUND, E_INPUT
 * @example
 * await carryOut(run, { ledger: 'hearsay.db' }, { kind: 'undo', decision: 'dec_0011223344556677' });
 */
export async function carryOut(
  { terminal }: Run,
  { ledger: path, by }: Common,
  request: DecisionRequest,
): Promise<void> {
  const name = nameDecider(terminal.environment, by);
  const [{ openLedger }, { decide }] = await Promise.all([
    import('../ledger/sqlite/open-ledger.ts'),
    import('../ledger/decisions/decide.ts'),
  ]);
  const ledger = await openLedger(path, { create: false });
  try {
    const decisions = await decide(ledger, request, { by: name, at: new Date().toISOString() });
    for (const decision of decisions) await write(terminal.stdout, madeLine(decision));
  } finally {
    await ledger.close();
  }
}

interface Attribution {
  readonly to?: string;
  readonly name?: string;
  readonly type: ActorType;
  readonly unknown?: true;
  readonly candidates?: string[];
}

function attributionOf(entries: string[], { to, name, type, unknown, candidates }: Attribution): DecisionRequest {
  if ([to, name, unknown, candidates].filter((given) => given !== undefined).length !== 1) {
    throw new HearsayError('E_USAGE', 'Give one of --to, --name, --unknown and --candidates.');
  }
  const actor: ActorName | null = to ?? (name === undefined ? null : { name, type });
  return { kind: 'attribute', entries, to: actor, candidates: candidates ?? [] };
}

interface Placing {
  readonly unplaced?: true;
  readonly name?: string;
  readonly at?: string;
  readonly precision: Precision;
  readonly country?: string;
  readonly geonames?: string;
  readonly article?: string;
}

function placingOf(
  entry: string,
  { unplaced, name, at, precision, country, geonames, article }: Placing,
): DecisionRequest {
  const entries = [entryOf(entry, article)];
  if (unplaced) return { kind: 'place', entries, place: null };
  const [lat, lon, ...rest] = (at ?? '').split(',').map(Number);
  if (name === undefined || rest.length > 0 || !Number.isFinite(lat) || !Number.isFinite(lon)) {
    throw new HearsayError('E_USAGE', 'Give --name and --at LAT,LON such as --at 50.45,30.52, or --unplaced.');
  }
  const geonamesId = geonames === undefined ? null : Number(geonames);
  return {
    kind: 'place',
    entries,
    place: { name, lat, lon, precision, country: country ?? null, geonamesId, kind: null },
  };
}

interface Dating {
  readonly said?: string;
  readonly happened?: string;
  readonly article?: string;
}

function datingOf(entry: string, { said, happened, article }: Dating): DecisionRequest {
  const edtf = said ?? happened;
  if (edtf === undefined || (said !== undefined && happened !== undefined)) {
    throw new HearsayError('E_USAGE', 'Give one of --said and --happened.');
  }
  const clock = said === undefined ? 'happened' : 'said';
  return { kind: 'date', entries: [entryOf(entry, article)], clock, edtf: edtf === 'none' ? null : edtf };
}

interface Editing {
  readonly source?: string;
  readonly cue?: string;
  readonly content?: string;
  readonly kind?: StatementKind;
}

function editOf(entry: string, { source, cue, content, kind }: Editing): DecisionRequest {
  return {
    kind: 'edit',
    entry,
    ...(source !== undefined && { source: spansOf(source) }),
    ...(cue !== undefined && { cue: spansOf(cue) }),
    ...(content !== undefined && { content: spansOf(content) }),
    ...(kind !== undefined && { statementKind: kind }),
  };
}

function entryOf(entry: string, article: string | undefined): EntryName {
  return article === undefined ? entry : { article, span: spanOf(entry) };
}

function spansOf(text: string): Span[] | null {
  return text === 'none' ? null : text.split(',').map(spanOf);
}

function spanOf(text: string): Span {
  const [, start, end] = /^(\d+)-(\d+)$/.exec(text.trim()) ?? [];
  if (start === undefined) {
    throw new HearsayError('E_USAGE', `"${text}" is no span: give START-END, such as 120-164.`);
  }
  return [Number(start), Number(end)];
}
