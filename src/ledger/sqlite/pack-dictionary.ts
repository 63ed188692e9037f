/**
 * What every packed reading is likely to hold: values and names of fields, the most frequent last, where Zstandard has them
 * nearest (a "raw content" dictionary: RFC 8878, section 5). Collected from the readings of the sample project. Ledgers are written with
 * it, so it never changes: another one would have to be added, and told from this one by the version of the tables.
 */

/** UTF-8; a reading of 17 statements takes 4 KB with it, 5 KB without. */
export const PACK_DICTIONARY: Uint8Array = new TextEncoder().encode(
  `"MO","SET","START","about","article:published_time","article:section","as","atLeast","between","beyond","bring",
"called a medium in the text","comment","comments","count","draw","interval: until","know","lie","meta[name=author]",
"official: described as official","officials: described as official","og:site_name","place speaks: stands for its government",
"praised","publish","reach","recurrence","relative:event","sharing buttons","stand","tags","the day of writing",
"the most important of  places of this name","the nearest; the words look neither back nor ahead","warned","EV","accused",
"call","carry","city","close","company","do","familiar","found","give","interval: since","last by today","leave",
"ministry: a body that is not named","of","outlet","police: a body that is not named","rise","state","stop",
"verb with an infinitive inside the content","ask","distancing","footer","hour","json-ld","last","og:description","og:title",
"og:url","one","read","relative unit","run","speak","that","week","within","advertisement","approached","belong","come",
"confirmed","expert","interval: by","no cue","on the day told of","open","part of a period","promised","recover","release",
"said to have been asked, with no answer","spokesman","time[datetime]","with","PRESENT_REF","body",
"by the parse, where the tagger found nothing","day and time","document","endorsing","like","minute","same role","tell",
"verb with a clause inside the content","NI","byline","none","too uncertain to place",
"a site in or near it: the coordinates are not those of the site","complement","day by where one stands","declined","go",
"newsletter box","recipient","see","side column","the nearest; the words look ahead","from","have","link[rel=canonical]",
"reference","thought","by","obliged","official","on the cue","saying","demanded","other","for","possible","related links",
"year","day","navigation","on","the nearest; the words look back","time of day","no source","planned","in",
"outside the article","relative:published","the gazetteer does not know it","title","to","DURATION","TIME","duration","mixed",
"context","copula","named time","organization","plc_","pronoun model","unnamed","DATE","act_","active","affirmed",
"all of it is said","asrt_","at","be","clm_","content joined to cue at  %","content tagged at  %","cue tagged at  %","denied",
"direct","en","event","exactly","explicit","happened","hearsay","implied","indirect","known","mom_","neutral","passive",
"person","said","source joined to cue at  %","source tagged at  %","stmt_","text","written date","plainer":,"status":,
"section":,"conditions":,"standfirst":,"earliest":,"moment":,"role":,"warnings":,"hour":,"minute":,"dayPart":,"mod":,"count":,
"known":,"latest":,"reason":,"affiliation":,"basis":,"adjective":,"country":,"day":,"geonamesId":,"lat":,"lon":,"offset":,
"precision":,"score":,"site":,"weekday":,"[]":,"actor":,"actors":,"aliases":,"anchor":,"arguments":,"article":,"assertions":,
"blocks":,"byline":,"candidates":,"certainty":,"check":,"claims":,"clusters":,"comparison":,"confidence":,"content":,
"coreference":,"counted":,"credit":,"cue":,"denied":,"edtf":,"end":,"engine":,"from":,"gazetteer":,"hedges":,"hypothetical":,
"id":,"implied":,"in":,"joints":,"kind":,"language":,"least":,"leftOut":,"lemma":,"mentions":,"modality":,"models":,
"modified":,"moments":,"month":,"most":,"name":,"names":,"negated":,"number":,"object":,"offsetUnit":,"outlet":,"parent":,
"parse":,"places":,"polarity":,"predicate":,"published":,"quantities":,"relation":,"relayDepth":,"resolution":,"said":,
"sentences":,"sides":,"source":,"sourced":,"sourceless":,"span":,"spans":,"speechAct":,"stance":,"start":,"statement":,
"statements":,"subject":,"tag":,"text":,"timex":,"title":,"type":,"unit":,"unnamedType":,"url":,"value":,"vectors":,
"version":,"voice":,"when":,"where":,"why":,"wording":,"year":`.replaceAll('\n', ''),
);
