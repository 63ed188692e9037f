/**
 * Words and names by which an outlet is known: newspapers, agencies, broadcasters. What they are for: telling an outlet from other
 * bodies where it is a source. Plain facts, written down for Hearsay; names in lower case, without diacritics and "The".
 */

/** Last words of outlets' names. A body with another word of this kind ("Press Council") does not end in it. */
export const OUTLET_WORDS: ReadonlySet<string> = new Set(
  `agency press times post tribune courier herald gazette mercury news tv television radio journal chronicle telegraph observer
  mirror echo express dispatch globe standard examiner inquirer enquirer independent sentinel bulletin daily weekly star today
  reporter monitor register review wire newswire magazine broadcasting network online live`.split(/\s+/),
);

/** Words of the list above that end the names of other bodies too: they count only beside another word of press or air. */
export const WEAK_OUTLET_WORDS: ReadonlySet<string> = new Set(
  'agency press network online live express standard register review star monitor independent today'.split(' '),
);

/** Words that make an outlet of a name which ends in a weak one: "Corvane Press Agency", "National News Network". */
export const PRESS_WORDS: ReadonlySet<string> = new Set(
  'press news newspaper television tv radio broadcasting media morning evening sunday daily weekly'.split(' '),
);

/** Outlets that their names do not tell. */
export const KNOWN_OUTLETS: ReadonlySet<string> = new Set(
  `reuters|associated press|ap|afp|agence france-presse|bloomberg|tass|interfax|ria novosti|ria|xinhua|kyodo|yonhap|dpa|ansa|efe|anadolu|
  bbc|cnn|nbc|cbs|abc|fox news|msnbc|npr|pbs|itv|sky news|al jazeera|al-jazeera|al arabiya|rt|sputnik|euronews|cbc|zdf|ard|rai|nhk|
  guardian|economist|financial times|ft|wall street journal|wsj|new york times|washington post|usa today|los angeles times|le monde|le figaro|
  liberation|der spiegel|spiegel|die zeit|bild|die welt|frankfurter allgemeine zeitung|suddeutsche zeitung|el pais|el mundo|la repubblica|
  corriere della sera|la stampa|kommersant|izvestia|pravda|novaya gazeta|meduza|haaretz|jerusalem post|al-ahram|hurriyet|dawn|the hindu|hindu|
  times of india|global times|people's daily|south china morning post|yomiuri shimbun|asahi shimbun|mainichi shimbun|nikkei|politico|axios|
  buzzfeed|buzzfeed news|huffpost|huffington post|vox|vice|the atlantic|atlantic|new yorker|time|newsweek|daily mail|daily mirror|the sun|sun|
  daily beast|breitbart|propublica|bellingcat|the intercept|intercept|the hill|salon|slate|wired|nature|lancet|unian|ukrinform|belta|irna|
  fars|sana|wafa|antara|bernama|pti|ani|press trust of india|ndtv|abc news|cbs news|nbc news`
    .split('|')
    .map((name) => name.trim()),
);
