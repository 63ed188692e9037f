/**
 * Hedges: words by which a writer or a speaker holds back from full certainty, so that "may have sunk" is never entered as
 * "sank". Grouped by what they hold back from; `needs` says where a word that has other uses counts as a hedge.
 *
 * The groups follow the literature on hedging (Lakoff 1973; Hyland 1998); the words are our own choice for news. Phrases are
 * written as the tokeniser cuts them, in lower case.
 */

/**
 * possibility: it may not be so · likelihood: how probable it is · appearance: so it seems · report: it is said, by nobody
 * named · open: not settled or not verified · approximation: the figure is not exact · bound: the figure is an end of a range ·
 * view: the speaker's own opinion or doubt
 */
export type HedgeKind =
  | 'possibility'
  | 'likelihood'
  | 'appearance'
  | 'report'
  | 'open'
  | 'approximation'
  | 'bound'
  | 'view';

/**
 * modal: tagged as a modal verb · claim: a modal that is not negated, and no part of "could see" of the past · number: a number
 * follows · figure: a number in digits, or above twelve, follows ("some 400", not "some two") · adjective: tagged as an adjective or a participle before a noun
 */
export type HedgeNeed = 'modal' | 'claim' | 'number' | 'figure' | 'adjective' | null;

/** Words and phrases of one group, with a bar between them. */
export interface HedgeGroup {
  readonly kind: HedgeKind;
  readonly needs: HedgeNeed;
  readonly phrases: string;
}

export const HEDGES: readonly HedgeGroup[] = [
  { kind: 'possibility', needs: 'modal', phrases: 'may|might' },
  { kind: 'possibility', needs: 'claim', phrases: 'could' },
  {
    kind: 'possibility',
    needs: null,
    phrases:
      'maybe|perhaps|possibly|potentially|conceivably|arguably|it is possible|it was possible|the possibility|a possibility|possible that',
  },
  { kind: 'possibility', needs: 'adjective', phrases: 'possible|potential' },
  {
    kind: 'likelihood',
    needs: null,
    phrases:
      'likely|unlikely|probably|presumably|doubtless|in all likelihood|in all probability|as likely as not|expected to|is expected|are expected|tend to|tends to|tended to|generally|usually|typically',
  },
  { kind: 'likelihood', needs: 'adjective', phrases: 'probable' },
  {
    kind: 'appearance',
    needs: null,
    phrases:
      'apparently|seemingly|evidently|ostensibly|outwardly|seem|seems|seemed|appear to|appears to|appeared to|appearing to|appear that|appears that|appeared that|appear not to|appears not to|appeared not to|it would appear|as if|as though|what looks like|what looked like|what appears|what appeared|a sign that|signs that',
  },
  {
    kind: 'report',
    needs: null,
    phrases:
      'reportedly|allegedly|supposedly|purportedly|rumoured|rumored|reputedly|said to|believed to|thought to|understood to|reported to|known to be|assumed to|presumed to|alleged to|rumoured to|rumored to|suspected of|is believed|are believed|was believed|were believed|is thought|are thought|is understood|are understood|is feared|are feared|was feared|were feared|it is said|it was said|so-called|by some accounts|by most accounts|by all accounts',
  },
  { kind: 'report', needs: 'adjective', phrases: 'alleged|suspected|purported|supposed|presumed|feared' },
  {
    kind: 'open',
    needs: null,
    phrases:
      'unclear|plausible|tentative|tentatively|not clear|unconfirmed|unverified|not confirmed|not verified|not yet known|not known|yet to be confirmed|yet to be established|preliminary|provisional|provisionally|so far as is known|as far as is known|at first sight|in effect|in theory|in principle|to some extent|more or less|in part',
  },
  {
    kind: 'approximation',
    needs: 'number',
    phrases:
      'about|around|almost|nearly|roughly|approximately|circa|close to|just over|just under|well over|well under|an estimated|estimated|something like|in the region of|on the order of|in the order of',
  },
  { kind: 'approximation', needs: 'figure', phrases: 'some' },
  { kind: 'approximation', needs: null, phrases: 'or so|or thereabouts|give or take|practically|virtually' },
  {
    kind: 'bound',
    needs: 'number',
    phrases:
      'at least|at most|up to|as many as|as much as|as few as|as little as|no fewer than|no less than|no more than|not more than|upwards of',
  },
  {
    kind: 'view',
    needs: null,
    phrases:
      "i think|i believe|i guess|i suppose|i suspect|i assume|we think|we believe|we suspect|we assume|in my view|in my opinion|in our view|to my knowledge|to our knowledge|as far as i know|as far as we know|not sure|not certain|not necessarily|unsure|uncertain|cannot rule out|can not rule out|ca n't rule out|if true|if confirmed|if correct",
  },
];
