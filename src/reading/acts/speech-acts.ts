/**
 * The speech acts: what somebody did with words, one a statement, with the meaning that the engine gives to each. This list
 * is the only place that names them.
 */
export const SPEECH_ACTS = {
  said: 'stated it, in whatever way: the act of every cue that tells no other',
  asked: 'put a question',
  announced: 'made a decision, plan or appointment known',
  promised: 'bound themselves: pledged, vowed, offered',
  warned: 'told of a danger',
  threatened: 'told of harm that they would do',
  predicted: 'told what will happen',
  accused: 'blamed, or charged with a wrong',
  denied: 'said that it is not so: denied, refuted, rejected a claim, ruled out',
  confirmed: 'said that it is so, where it had been in doubt',
  admitted: 'granted what speaks against themselves',
  retracted: 'took back what they had said',
  apologised: 'said that they were sorry',
  praised: 'spoke well of it: hailed, welcomed, thanked',
  criticised: 'spoke against it: condemned, opposed, complained',
  agreed: 'took a side or an offer: agreed, accepted, endorsed',
  suggested: 'put it forward without insisting: proposed, recommended, hinted',
  speculated: 'guessed',
  demanded: 'told or asked somebody to do it: ordered, urged, called for',
  declined: 'would not, or did not, answer or comment; turned an offer or a request down',
  found: 'reached a result: found, concluded, ruled, showed',
  thought: 'held it in mind: believed, considered, doubted',
  felt: 'had a feeling about it: feared, regretted, was glad',
  wanted: 'wished for it: wanted, hoped, meant to',
} as const;

export type SpeechAct = keyof typeof SPEECH_ACTS;

/** Whether the cue takes the content for true (*pointed out*), leaves it open (*said*), or keeps away from it (*claimed*). */
export type Stance = 'neutral' | 'endorsing' | 'distancing';

/** Acts by which nothing is put forward as being so: a question, a demand, a wish, a refusal. */
export const WITHOUT_ASSERTION: ReadonlySet<SpeechAct> = new Set(['asked', 'demanded', 'declined', 'wanted']);
