/**
 * Nouns that describe who speaks, by what they tell of the speaker: an official, a resident, a body, a document … One word each, in
 * the singular; plurals are made by rule (src/language/inflection), and those that the rule gets wrong stand here too. A noun
 * counts in the first list that it stands in. An office holder, and whoever speaks for a body, is an `official`.
 * What they are for: typing sources that are described and not named, and telling a role ("spokesman") from other words
 * beside a name. Drawn up for Hearsay.
 */
import type { UnnamedType } from '../reading.ts';

/** What a noun tells of a speaker: a type of unnamed source, or a body, a medium that publishes, or nobody in particular. */
export type DescriptionKind = Exclude<UnnamedType, 'passive'> | 'body' | 'medium' | 'nobody';

/** Nouns by kind. */
export const DESCRIPTION_NOUNS: Readonly<Record<DescriptionKind, string>> = {
  official: `official spokesman spokesmen spokeswoman spokeswomen spokesperson spokespeople mouthpiece minister secretary president
    vice-president premier chancellor governor mayor mayoress senator lawmaker legislator congressman congressmen congresswoman congresswomen councillor
    councilor councilman councilwoman mp mep parliamentarian deputy undersecretary judge justice magistrate prosecutor commissioner
    administrator inspector investigator regulator coroner ombudsman bureaucrat politician leader whip speaker treasurer registrar representative
    monarch king queen prince princess emir sheikh sultan emperor dictator taoiseach alderman candidate rapporteur auditor statesman officeholder`,
  aide: 'aide adviser advisor staffer assistant confidant confidante strategist speechwriter ally allies handler',
  diplomat: 'diplomat ambassador envoy consul attaché negotiator emissary mediator nuncio',
  military: `soldier general colonel major brigadier lieutenant commander admiral commodore marshal serviceman servicemen servicewoman marine
    airman sailor conscript reservist fighter rebel militant militiaman militiamen gunman gunmen insurgent warlord peacekeeper paratrooper troop
    cadet combatant guerrilla`,
  police: `policeman policemen policewoman policewomen officer detective constable sheriff sergeant cop superintendent gendarme trooper bailiff
    firefighter fireman firemen paramedic rescuer`,
  expert: `expert analyst economist scientist professor researcher academic historian observer specialist scholar hydrologist meteorologist
    seismologist geologist epidemiologist virologist biologist chemist physicist psychologist sociologist engineer lecturer commentator pundit
    pollster forecaster statistician climatologist pathologist consultant actuary archaeologist anthropologist toxicologist criminologist ecologist
    technologist theorist`,
  witness: `witness eyewitness bystander onlooker passerby passersby passer-by passers-by passenger survivor attendee victim spectator motorist
    commuter evacuee hostage`,
  resident: `resident local villager townsman townsmen neighbour neighbor inhabitant islander citizen householder homeowner townspeople
    townsfolk parishioner pensioner refugee migrant civilian settler`,
  familiar: 'insider whistleblower whistle-blower informant leaker tipster',
  document: `document report letter log logbook note memo memorandum statement file paper record study studies survey poll census bulletin
    notice entry page stub email e-mail cable dossier transcript lawsuit complaint indictment filing affidavit ruling verdict judgment
    judgement decree order register registry database spreadsheet map chart minute summary draft version communique communiqué text
    message book memoir biography diary testimony contract invoice receipt ledger figure data statistic assessment analysis analyses
    investigation inquiry enquiry audit review warrant certificate manifest headline article editorial column release readout recording
    footage video tape photograph photo image sign plaque label constitution law bill treaty agreement resolution proposal charter rule
    guideline manual guidance plan budget forecast finding inscription evidence research timetable schedule script slide presentation advisory
    circular brief briefing announcement declaration deposition petition obituary questionnaire index`,
  account: 'account post tweet thread blog blogger commenter poster vlog influencer',
  report: 'rumour rumor media press gossip hearsay coverage',
  medium: `newspaper magazine broadcaster newswire website site tabloid daily weekly gazette outlet station channel newsroom programme podcast
    publisher journal periodical wire`,
  body: `ministry police company government board commission committee council office court union party agency army navy military force
    department authority administration parliament senate congress assembly cabinet embassy consulate bank firm corporation hospital clinic
    university school college institute institution organisation organization association federation foundation charity group coalition alliance
    opposition movement militia junta regime state nation country city municipality province region district county service bureau
    secretariat inspectorate directorate tribunal panel team club league delegation mission headquarters campaign business operator manufacturer
    maker supplier airline carrier insurer retailer bourse exchange watchdog prosecution defence defense church diocese parish mosque synagogue
    monastery monarchy palace coastguard brigade battalion regiment unit division taskforce orchestra museum gallery theatre theater
    subsidiary conglomerate start-up startup utility consortium syndicate fund trust network think-tank thinktank tank nonprofit ngo bloc body
    leadership faction caucus chamber judiciary presidency branch wing port harbour harbor airport railway intelligence management
    prison jail lobby employer`,
  nobody: 'nobody none neither anybody anyone no-one whoever you either',
  other: `man men woman women person persons people source lawyer attorney barrister solicitor advocate teacher doctor physician surgeon
    nurse medic midwife midwives driver pilot worker employee student pupil parent mother father brother sister wife wives husband widow
    widower son daughter uncle aunt cousin grandmother grandfather friend colleague relative farmer fisherman fishermen trader businessman
    businessmen businesswoman businesswomen owner landlord landlady customer client visitor tourist protester protestor demonstrator activist
    campaigner organiser organizer critic supporter opponent voter reader viewer listener member player coach manager director executive
    chief head boss chair chairman chairmen chairwoman chairperson founder co-founder editor author writer novelist poet journalist reporter
    correspondent columnist photographer producer presenter anchor artist actor actress singer musician composer conductor priest vicar bishop
    archbishop cardinal imam rabbi pope pastor monk nun abbot chaplain cleric clergyman clergymen ayatollah mufti baker butcher clerk
    ferryman ferrymen captain skipper mate steward boatman boatmen postmaster mechanic carpenter electrician plumber builder architect
    designer developer programmer hacker accountant banker broker investor shareholder entrepreneur industrialist magnate tycoon billionaire
    landowner contractor librarian curator technician dispatcher attendant waiter waitress chef cook cleaner porter miner docker trainee
    apprentice intern volunteer patient prisoner inmate detainee suspect defendant plaintiff claimant complainant accused caller delegate
    participant guest fan athlete striker goalkeeper sprinter swimmer cyclist champion referee umpire veteran child children boy girl youth
    teenager adult someone somebody everyone everybody others another many some few most one ones both all several individual voice crowd
    those partner spouse girlfriend boyfriend fiancé fiancée principal headmaster headmistress headteacher rector dean provost custodian
    caretaker trustee patron benefactor donor heir successor predecessor translator interpreter guide lifeguard diver climber explorer
    astronaut inventor pharmacist dentist psychiatrist therapist counsellor counselor carer caregiver nanny hairdresser barber tailor stylist
    model dancer comedian rapper filmmaker film-maker playwright screenwriter biographer publicist agent scout lobbyist fundraiser organist
    unionist smuggler trafficker poacher thief thieves burglar robber killer murderer hijacker kidnapper bomber attacker assailant guard
    warden ranger shopkeeper staff crew family household supremo tsar czar trooper figurehead rector scribe`,
};

/** What kind a "source" is by the word before it: "a diplomatic source", "security sources". */
export const SOURCE_MODIFIERS: Readonly<Record<string, DescriptionKind>> = {
  diplomatic: 'diplomat',
  military: 'military',
  army: 'military',
  defence: 'military',
  defense: 'military',
  police: 'police',
  official: 'official',
  government: 'official',
  ministry: 'official',
  ministerial: 'official',
  cabinet: 'official',
  parliamentary: 'official',
  presidential: 'official',
  documentary: 'document',
};

/** Words before "reports" and "accounts" that make them what others report, and no document. */
export const REPORTED_BY: ReadonlySet<string> = new Set(
  'media press news local unconfirmed unverified foreign earlier previous conflicting recent some several other newspaper television'.split(
    ' ',
  ),
);

/** Words beside "source" or "person" that make it one who knows of the matter: *close to*, *familiar with*, *briefed on*. */
export const FAMILIAR_WITH: ReadonlySet<string> = new Set(
  'familiar close knowledge briefed privy aware informed know'.split(' '),
);

/** Courtesy titles, which are no role. */
export const COURTESY_TITLES: ReadonlySet<string> = new Set(
  'mr mr. mrs mrs. ms ms. miss mx mx. dr dr. sir dame lord lady madam madame monsieur m. mme herr frau señor señora don'.split(
    ' ',
  ),
);

/** Titles that stand before a name and are no noun of the lists above, or are cut short. */
export const TITLES: ReadonlySet<string> = new Set(
  `col. gen. lt. lt maj. maj capt. capt sgt. sgt cpl. cpl pvt. brig. brig adm. cmdr. cmdr gov. sen. rep. prof. rev. rev fr. fr hon. pres.
  corporal private reverend father sister mother brother saint councilmember`.split(/\s+/),
);

/** Nouns that say of a person no post and no trade. */
export const NO_ROLES: ReadonlySet<string> = new Set(
  'man woman person boy girl child friend fan one someone somebody everyone everybody another individual voice accused other those'.split(
    ' ',
  ),
);

/** Words that count people: as the head of "dozens of residents", or before a noun. */
export const QUANTITIES: ReadonlySet<string> = new Set(
  `dozen dozens score scores hundred hundreds thousand thousands handful number group couple majority series pair crowd string lot lots
  several many some few most two three four five six seven eight nine ten eleven twelve one both half multiple numerous various
  another each`.split(/\s+/),
);
