/**
 * Nouns and adjectives that decide what a verb beside them tells: *denied entry* is no denial, *withdrew the troops* takes
 * nothing back. Dictionary forms. Drawn up for Hearsay.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** What people say of one another: to reject one of these is to deny it; to withdraw one is to take it back. */
export const CLAIMS =
  words(`claim allegation accusation account suggestion idea notion report charge criticism version finding
  assertion rumour rumor statement story insinuation speculation theory conclusion remark comment argument complaint characterization
  characterisation reporting confession testimony apology endorsement description explanation narrative premise critic concern fear talk`);

/** What can be granted and withheld: to deny one of these is no denial. */
export const GRANTS =
  words(`entry entrance access visa bail permission asylum admission request application appeal petition motion license
  licence permit right chance opportunity treatment care benefit service coverage parole clemency boarding food medicine water funding loan
  release extension waiver refuge citizenship passport promotion leave contact representation accreditation shelter aid credit
  hearing place seat job protection tenure passage promotion`);

/** What an offer is: to reject one of these is to turn it down. */
export const OFFERS =
  words(`offer bid proposal plan request call demand appeal motion amendment bill deal application compromise ultimatum
  plea petition invitation resignation ceasefire truce resolution measure budget proposition settlement candidate nominee`);

/** What one claims without doing anything in words that the outlet might doubt. */
export const NO_CLAIMS =
  words(`responsibility victory credit life asylum title win benefit seat refund prize compensation damages money
  expense crown medal trophy record victim`);

/** Who or what one is admitted to. */
export const INSTITUTIONS =
  words(`hospital hospitals icu ward clinic school university college bar union club care unit court evidence faculty
  academy treatment`);

/** Words that say of a claim that it is not so. */
export const FALSE =
  words(`false untrue baseless unfounded groundless lie fabrication fabricated fake hoax bogus invention invented fiction
  slander libel unsubstantiated nonsense incorrect inaccurate fabricate`);

/** Words that say so beside a claim, and of anything else that it is bad. */
export const ABSURD = words(
  'wrong rubbish absurd ridiculous ludicrous misleading preposterous outrageous malicious laughable',
);
