/**
 * Words that attribute, by the act that they tell: dictionary forms of verbs, nouns and the rest, and phrases that begin with one.
 * A `*` stands for any one word.
 * What they are for: naming the speech act and the stance of a statement whose cue is already found; they find no cues.
 * Drawn up for Hearsay, by reading which words attribute in news. A word stands under the act that it tells most often;
 * `refine-act.ts` looks at the words around those that tell more than one.
 */
import type { SpeechAct } from './speech-acts.ts';

type CueWords = Readonly<Partial<Record<SpeechAct, string>>>;

/** Verbs, and phrases that begin with a verb. */
export const CUE_VERBS: CueWords = {
  said: `say, tell, add, state, note, report, write, speak, talk, read, reply, respond, answer, explain, describe, call, mention,
    comment, remark, observe, continue, go on, repeat, reiterate, stress, emphasize, emphasise, underline, underscore, insist, maintain, argue,
    contend, assert, claim, declare, recall, recount, testify, tweet, post, quote, cite, refer, point out, point to, remind,
    characterize, characterise, portray, paint, label, term, dub, name, joke, quip, boast, brag, shout, scream, yell, whisper, mutter, mumble, cry,
    interject, interrupt, begin, conclude by, indicate, signal, brief, outline, detail, elaborate, clarify, put, spell out, specify,
    purport, pretend, profess, affirm, reaffirm, aver, opine, counter, retort, relate, narrate, sum up, chant, sing, thunder, hear, watch, witness, return,
    have us believe, have it, stand by, reassure, assure, communicate, disclose, reveal, weigh in, echo, mention, address, discuss`,
  asked: 'ask, question, inquire, enquire, query, quiz, pose, grill',
  announced: `announce, proclaim, unveil, inform, notify, reveal plan, decide, resolve, publish, unveil, introduce, appoint, nominate,
    confirm plan, give notice, swear in`,
  promised: `promise, pledge, vow, swear, guarantee, commit, undertake, offer, volunteer, give assurance, give guarantee,
    make clear that will`,
  warned: 'warn, caution, alert, forewarn, sound the alarm, raise the alarm, raise alarm, issue a warning',
  threatened: 'threaten, menace',
  predicted: 'predict, forecast, expect, anticipate, foresee, project, foretell, prophesy, envisage, envision, bet',
  accused: `accuse, allege, blame, charge, fault, point the finger, point finger, hold responsible, hold accountable, implicate, incriminate, indict,
    denounce as, finger, scapegoat`,
  denied: `deny, refute, rebut, reject, dismiss, repudiate, disavow, disclaim, dispute, contest, contradict, rule out, gainsay, disown,
    shoot down, brush off, brush aside, wave away, wave off, shrug off, pour cold water on, push back, debunk, play down, downplay,
    distance oneself, plead not guilty, take issue`,
  confirmed: 'confirm, verify, corroborate, substantiate, attest, certify, authenticate, vouch, bear out, back up',
  admitted:
    'admit, concede, acknowledge, confess, own up, plead guilty, grant that, allow that, come clean, accept that, accept responsibility',
  retracted: `retract, recant, withdraw, walk back, row back, take back, backtrack, backpedal, climb down, correct oneself, go back on, rescind,
    stand corrected`,
  apologised: 'apologise, apologize, say sorry, beg pardon, express regret, express remorse',
  praised: `praise, hail, commend, applaud, laud, welcome, thank, congratulate, compliment, credit, salute, celebrate, pay tribute, cheer,
    tout, extol, admire, honor, honour, speak highly, sing the praise, toast, champion`,
  criticised: `criticise, criticize, condemn, slam, blast, denounce, decry, lambast, lambaste, attack, deride, mock, ridicule, scold,
    chide, rebuke, reprimand, berate, censure, castigate, assail, bash, lash out, hit out, hit back, fire back, shoot back, take aim, take a swipe,
    deplore, bemoan, lament, complain, object, protest, oppose, rail, rant, brand, disapprove, disagree, blow up at, go after,
    skewer, pan, pillory, savage, trash, scoff, sneer, speak out against, come out against, call out, disparage, belittle, admonish, vilify,
    grumble, bristle, fume`,
  agreed: `agree, concur, accept, support, back, endorse, side with, approve, second, favor, favour, embrace, defend, sign up,
    put * name to, subscribe to, share the view, admit defeat, consent, come out in favor, come out in support`,
  suggested: `suggest, propose, recommend, advise, hint, imply, insinuate, intimate, float, advocate, put forward, moot, nod to, allude,
    encourage, counsel, raise the possibility, raise the prospect`,
  speculated:
    'speculate, guess, surmise, wonder, suspect, conjecture, theorise, theorize, hypothesise, hypothesize, muse, posit, rumour, rumor',
  demanded: `demand, order, urge, call for, call on, call upon, instruct, require, request, beg, plead, implore, appeal, press, command, exhort,
    push for, lobby, petition, direct, tell to, ask for, insist on, insist upon, summon, compel`,
  declined: `decline, refuse, avoid, dodge, sidestep, deflect, stonewall, turn down, give no, make no comment, have no comment, refrain, rebuff,
    spurn, stop short, balk, skirt, duck, evade, remain silent, stay silent, keep silent`,
  found: `find, conclude, determine, rule, establish, discover, show, demonstrate, prove, learn, calculate, hold that, judge that, uncover,
    attribute, detect, ascertain, identify, document, deem`,
  thought: `think, believe, consider, know, understand, suppose, assume, reckon, doubt, see, regard, view, imagine, realise, realize, estimate,
    remember, deem, seem, appear, judge, recognise, recognize, interpret, perceive, presume, trust, foresee that, figure, decide that`,
  felt: `feel, fear, worry, regret, rue, dread, enjoy, love, like, hate, dislike, be glad, be sorry, marvel, resent, mourn, grieve, rejoice`,
  wanted: `want, wish, hope, seek, desire, prefer, intend, aim, plan, aspire, long, yearn, would like, would love, look to, dream, pray`,
};

/** Nouns, and phrases that begin with a noun. */
export const CUE_NOUNS: CueWords = {
  said: 'statement, claim, remark, comment, word, account, testimony, assertion, contention, argument, speech, interview, post, tweet',
  asked: 'question, query, inquiry',
  announced: 'announcement, declaration, proclamation, decision',
  promised: 'promise, pledge, vow, guarantee, assurance, commitment, offer, undertaking',
  warned: 'warning, caution, alert',
  threatened: 'threat, ultimatum',
  predicted: 'prediction, forecast, projection, expectation, prophecy',
  accused: 'accusation, allegation, blame, charge',
  denied: 'denial, rebuttal, refutation, rejection',
  confirmed: 'confirmation, verification',
  admitted: 'admission, confession, acknowledgment, acknowledgement, concession',
  retracted: 'retraction, climbdown, backtrack',
  apologised: 'apology, mea culpa',
  praised: 'praise, compliment, tribute, congratulation, applause',
  criticised:
    'criticism, condemnation, complaint, objection, attack, opposition, rebuke, disapproval, protest, denunciation, outcry',
  agreed: 'agreement, support, endorsement, backing, approval, acceptance',
  suggested: 'suggestion, proposal, recommendation, advice, hint, insinuation',
  speculated: 'speculation, guess, suspicion, conjecture, rumour, rumor, theory, hypothesis',
  demanded: 'demand, call, order, request, plea, appeal, instruction, insistence',
  declined: 'refusal',
  found: 'finding, conclusion, ruling, verdict, judgment, judgement',
  thought:
    'belief, view, opinion, estimate, assumption, doubt, conviction, understanding, impression, eye, mind, thinking',
  felt: 'fear, concern, worry, regret, anger, dismay, frustration, outrage, unease, anxiety, alarm, surprise',
  wanted: 'hope, desire, wish, intention, plan, aim, ambition, aspiration, will, determination',
};

/** Adjectives and other words. */
export const CUE_OTHERS: CueWords = {
  thought: `confident, sure, certain, unsure, uncertain, convinced, aware, unaware, optimistic, pessimistic, skeptical, sceptical, doubtful,
    mindful, persuaded`,
  felt: `worried, concerned, afraid, angry, glad, happy, sorry, proud, pleased, disappointed, surprised, shocked, furious, upset, delighted,
    alarmed, relieved, frustrated, outraged, dismayed, saddened, scared, nervous, anxious, grateful, wary`,
  wanted: 'hopeful, eager, keen, willing, determined, anxious to',
  criticised: 'critical, dismissive',
  predicted: 'likely',
};

/** Verbs and nouns by which the outlet takes the content for true. */
export const ENDORSING = `point out, note, reveal, disclose, show, demonstrate, prove, acknowledge, admit, concede, confess, confirm, verify,
  corroborate, find, discover, establish, know, realise, realize, recognise, recognize, recall, remember, remind, learn, observe, explain, clarify,
  uncover, document, put * name to, admission, confession, acknowledgment, acknowledgement, confirmation, finding, bear out, detect`;

/** Verbs and nouns by which the outlet keeps away from the content. */
export const DISTANCING = `claim, allege, purport, pretend, profess, boast, brag, insinuate, hint, have us believe, have it, allegation, insinuation,
  imagine, rumour, rumor`;

/** Adverbs that attribute by themselves and keep away from the content. */
export const DISTANCING_ADVERBS: ReadonlySet<string> = new Set([
  'allegedly',
  'supposedly',
  'purportedly',
  'ostensibly',
  'reputedly',
]);

/** Adverbs by which a clause is passed on from nobody in particular. */
export const PASSING_ADVERBS: ReadonlySet<string> = new Set(['reportedly', 'allegedly', 'purportedly', 'supposedly']);

/** Adverbs beside the cue with which the outlet judges what is said. */
export const RIGHTLY: ReadonlySet<string> = new Set(['rightly', 'correctly', 'accurately', 'truthfully', 'aptly']);
export const WRONGLY: ReadonlySet<string> = new Set([
  ...[
    'falsely',
    'wrongly',
    'incorrectly',
    'baselessly',
    'misleadingly',
    'inaccurately',
    'erroneously',
    'supposedly',
    'allegedly',
  ],
  ...['purportedly', 'mistakenly', 'implausibly'],
]);

/** What stands before a source that the outlet does not take for what it calls itself. */
export const SO_CALLED =
  /^a certain\b|\b(?:so-called|self-styled|self-proclaimed|self-described|supposed|purported)\b/i;
