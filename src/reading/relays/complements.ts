/**
 * What the verbs of the cue lists (src/reading/acts/cue-words.ts) take when they attribute: which acts an infinitive or a noun can
 * tell, and verbs of those acts that are as often done without words. Dictionary forms. Drawn up for Hearsay, by reading what the rules
 * of this folder found in news.
 */
import type { SpeechAct } from '../acts/speech-acts.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));
const acts = (...list: SpeechAct[]): ReadonlySet<SpeechAct> => new Set(list);

/** Acts that an infinitive can tell: "promised to", "told them to", "expects prices to". */
export const WITH_INFINITIVE = acts('promised', 'threatened', 'demanded', 'asked', 'predicted', 'warned', 'suggested');

/** Verbs of other acts that tell more with an infinitive than that somebody did something. */
export const WITH_INFINITIVE_ALSO = words('tell remind claim profess confess admit');

/** Verbs of those acts of which it tells what is done, or needed, and not what is said. */
export const DEEDS_WITH_INFINITIVE = words(
  'undertake volunteer bet float encourage commit require compel summon press',
);

/** Acts that a noun can tell by itself: "denied wrongdoing", "promised new homes". */
export const WITH_OBJECT = acts(
  'denied',
  'promised',
  'demanded',
  'accused',
  'praised',
  'criticised',
  'apologised',
  'admitted',
  'predicted',
  'threatened',
  'confirmed',
  'suggested',
  'announced',
);

/** Verbs of those acts that are often done without words: "attacked the convoy", "welcomed guests", "contested the seat". */
export const DEEDS = words(`attack blast bash slam assail savage fault champion celebrate cheer toast welcome brand
  oppose protest contest order request require press command direct lobby charge finger go take
  offer volunteer commit undertake guarantee project expect envisage bet float advocate
  introduce appoint publish decide resolve inform notify verify attest certify back honor
  honour credit petition appeal summon compel push disown unveil implicate hint allude
  nod encourage counsel authenticate substantiate confess pan lash hit fire shoot admit
  brush wave pour distance plead anticipate threaten instruct beg swear nominate mock`);

/** Those of them that tell of words with "with" or "to": "threatened him with dismissal", "admitted to the theft". */
export const DEEDS_BUT_FOR_PREPOSITION = words('threaten admit confess');

/** Verbs and phrases that take what was said before, or the figure of it: "stands by its report", "put her name to the estimate". */
export const WITH_CLAIM = new Set(['stand by', 'put * name to']);

/** What one admits in words, and is not let in to: "without admitting fault". */
export const FAULTS = words(
  'fault guilt wrongdoing liability responsibility blame mistake error failure defeat breach negligence culpability involvement',
);

/** Beside claims, what one stands by or puts one's name to. */
export const HELD_TO = words('figure number count toll estimate total tally result reporting position assessment');

/** Verbs that give a name to what they take: "called the strike a crime". */
export const NAMING = words('call describe label term dub characterize characterise');

/** Acts of cues that stand behind what they attribute: "The road is closed, police warn". */
export const BEHIND = acts(
  'said',
  'announced',
  'warned',
  'predicted',
  'confirmed',
  'admitted',
  'found',
  'thought',
  'suggested',
  'promised',
);

/** Verbs whose object is a source: find-passed-on.ts is for them. */
export const PASSING_ON = words('quote cite');
