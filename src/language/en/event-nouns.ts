/**
 * Nouns that name what a verb tells of: "the collision" is that something collided. With them, an event that is told in a noun in one
 * sentence and in a verb in another can be taken for the same kind of event. Facts of English, listed by hand from
 * news.
 */

/** Nouns that are spelled like their verbs. */
export const EVENT_VERBS: ReadonlySet<string> = new Set(
  `arrest attack ban blast blockade bombing clash collapse crash cut fire flood injury leak loss murder offer protest purchase raid release rescue
  return rise sale search strike theft transfer visit vote wound closure`.split(/\s+/),
);

/** Noun to verb, both in dictionary form. */
export const EVENT_NOUNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    abduction: 'abduct',
    accusation: 'accuse',
    announcement: 'announce',
    appointment: 'appoint',
    arrival: 'arrive',
    assassination: 'assassinate',
    bombardment: 'bombard',
    collision: 'collide',
    conviction: 'convict',
    death: 'die',
    decision: 'decide',
    defeat: 'defeat',
    departure: 'depart',
    deportation: 'deport',
    derailment: 'derail',
    detention: 'detain',
    detonation: 'detonate',
    disappearance: 'disappear',
    discovery: 'discover',
    election: 'elect',
    eruption: 'erupt',
    evacuation: 'evacuate',
    execution: 'execute',
    explosion: 'explode',
    expulsion: 'expel',
    imprisonment: 'imprison',
    inauguration: 'inaugurate',
    invasion: 'invade',
    killing: 'kill',
    landing: 'land',
    launch: 'launch',
    meeting: 'meet',
    opening: 'open',
    publication: 'publish',
    resignation: 'resign',
    seizure: 'seize',
    shooting: 'shoot',
    sinking: 'sink',
    signature: 'sign',
    signing: 'sign',
    suspension: 'suspend',
    withdrawal: 'withdraw',
  }),
);
