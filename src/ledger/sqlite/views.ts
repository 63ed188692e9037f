/**
 * Flat views for people who open a ledger in Datasette, DB Browser, R or Python: one row a thing, plain names, no keys to join.
 * docs/ledger.md describes every column, and a test compares the two. They show the latest version of each article.
 */

const HOST = `substr(substr(url, instr(url, '://') + 3), 1, instr(substr(url, instr(url, '://') + 3) || '/', '/') - 1)`;

/** The host of a URL without "www."; null where there is no URL. */
const DOMAIN = `CASE WHEN instr(url, '://') > 0 THEN
      CASE WHEN ${HOST} LIKE 'www.%' THEN substr(${HOST}, 5) ELSE ${HOST} END END`;

/** What kind of source it is; null where it is open who is meant. */
const SOURCE_TYPE = `CASE
      WHEN s.source_text IS NULL THEN 'none'
      WHEN a.type IN ('person', 'organization', 'state') THEN 'named'
      WHEN a.type = 'group' THEN 'collective'
      ELSE a.type END`;

const REVIEW = (row: string) =>
  `${row}.review ->> '$.status' AS review_status, ${row}.review ->> '$.by' AS reviewed_by, ${row}.review ->> '$.at' AS reviewed_at,
  ${row}.review ->> '$.note' AS note, nullif(${row}.review -> '$.tags', '[]') AS tags,
  coalesce(${row}.review ->> '$.isDisputed', 0) AS disputed, ${row}.review -> '$.rulings' AS rulings`;

/** A version with what is known of its article, as every view begins. */
const ARTICLE = `article.id AS article_id, v.id AS version_id, v.outlet, v.headline, v.published AS published_at`;

export const VIEWS: Readonly<Record<string, string>> = {
  v_articles: `
    SELECT article.id AS article_id, v.id AS version_id, article.address, v.url, ${DOMAIN} AS outlet_domain, v.outlet, v.headline,
      v.byline, v.published AS published_at, v.modified AS updated_at, v.captured_at, v.added_at, v.language AS lang,
      (SELECT count(*) FROM version WHERE version.article = article.key) AS versions,
      r.statements, r.left_out, r.warnings, v.text_sha256, v.bytes_sha256, engine.version AS engine_version, r.read_at, v.text
    FROM version v JOIN article ON article.key = v.article JOIN reading r ON r.version = v.key
      JOIN engine ON engine.key = r.engine
    WHERE v.latest = 1`,

  v_statements: `
    SELECT s.id AS statement_id, ${ARTICLE}, ${DOMAIN} AS outlet_domain, v.byline, coalesce(v.url, v.captured_url) AS url,
      v.modified AS updated_at, v.captured_at, v.language AS lang,
      s.kind, s.speech_act, s.content_text AS text, s.cue_text AS cue, s.stance AS cue_stance, s.source_text,
      w.id AS actor_id, a.name AS actor_name, a.role AS actor_role_text, a.affiliation AS actor_affiliation,
      ${SOURCE_TYPE} AS source_type, a.unnamed_type, s.resolution AS source_resolution,
      parent.id AS parent_id, s.relay_depth AS hearsay_depth, s.certainty, s.negated, s.hypothetical, s.hedges,
      s.said_edtf, s.said_earliest AS said_from, s.said_latest AS said_to, s.said_basis,
      m.edtf AS event_edtf, m.earliest AS event_from, m.latest AS event_to, m.basis AS event_basis,
      p.text AS place_text, p.name AS place_name, p.country AS place_country, p.geonames_id AS place_geonames_id, p.lat, p.lon,
      p.precision AS place_precision, c.id AS claim_id,
      json_extract(s.content_spans, '$[0][0]') AS start, json_extract(s.content_spans, '$[#-1][1]') AS "end",
      s.content_spans AS spans, v.text_sha256, s.confidence, engine.version AS engine_version, ${REVIEW('s')}
    FROM statement s JOIN version v ON v.key = s.version AND v.latest = 1 JOIN article ON article.key = v.article
      JOIN reading r ON r.version = v.key JOIN engine ON engine.key = r.engine
      LEFT JOIN actor a ON a.key = s.actor LEFT JOIN who w ON w.key = s.who LEFT JOIN statement parent ON parent.key = s.parent
      LEFT JOIN moment m ON m.key = s.event LEFT JOIN place p ON p.key = s.place LEFT JOIN claim c ON c.key = s.claim`,

  v_actors: `
    SELECT w.id AS actor_id, w.name, w.type, max(a.unnamed_type) AS unnamed_type, group_concat(DISTINCT a.role) AS roles,
      group_concat(DISTINCT a.affiliation) AS affiliations, sum(a.mentions) AS mentions,
      (SELECT count(*) FROM statement s JOIN version ON version.key = s.version AND latest = 1 WHERE s.who = w.key) AS statements,
      count(DISTINCT v.article) AS articles, min(v.published) AS first_published_at, max(v.published) AS last_published_at
    FROM who w JOIN actor a ON a.who = w.key JOIN version v ON v.key = a.version AND v.latest = 1
    GROUP BY w.key`,

  v_claims: `
    SELECT c.id AS claim_id, ${ARTICLE}, s.id AS statement_id, n.id AS assertion_id, c.subject,
      subject.id AS subject_actor_id, c.predicate, c.lemma, c.object, object.id AS object_actor_id, c.quantities,
      CASE WHEN c.affirmed THEN 'affirmed' ELSE 'denied' END AS polarity,
      c.denied, c.modality, m.edtf AS event_edtf, p.name AS place_name, coalesce(s.content_text, n.text) AS text,
      ${REVIEW('c')}
    FROM claim c JOIN version v ON v.key = c.version AND v.latest = 1 JOIN article ON article.key = v.article
      LEFT JOIN statement s ON s.key = c.statement LEFT JOIN assertion n ON n.key = c.assertion
      LEFT JOIN actor sa ON sa.key = c.subject_actor LEFT JOIN who subject ON subject.key = sa.who
      LEFT JOIN actor oa ON oa.key = c.object_actor LEFT JOIN who object ON object.key = oa.who
      LEFT JOIN moment m ON m.key = c.moment LEFT JOIN place p ON p.key = c.place`,

  v_assertions: `
    SELECT n.id AS assertion_id, ${ARTICLE}, n.text, n.check_worth, sourced.id AS sourced_by, n.hedges, n.start, n."end",
      v.text_sha256, ${REVIEW('n')}
    FROM assertion n JOIN version v ON v.key = n.version AND v.latest = 1 JOIN article ON article.key = v.article
      LEFT JOIN statement sourced ON sourced.key = n.sourced`,

  v_timeline: `
    SELECT 'happened' AS clock, m.edtf, m.earliest AS from_date, m.latest AS to_date, m.basis, m.text AS words,
      s.id AS statement_id, s.content_text AS text, ${ARTICLE},
      coalesce(m.review ->> '$.status', s.review ->> '$.status') AS review_status
    FROM moment m JOIN version v ON v.key = m.version AND v.latest = 1 JOIN article ON article.key = v.article
      LEFT JOIN statement s ON s.key = m.statement
    WHERE m.edtf IS NOT NULL AND m.told
    UNION ALL
    SELECT 'said', s.said_edtf, s.said_earliest, s.said_latest, s.said_basis, s.cue_text, s.id, s.content_text, ${ARTICLE},
      s.review ->> '$.status'
    FROM statement s JOIN version v ON v.key = s.version AND v.latest = 1 JOIN article ON article.key = v.article
    WHERE s.said_edtf IS NOT NULL
    UNION ALL
    SELECT 'published', v.published, v.published, v.published, 'stated', NULL, NULL, v.headline, ${ARTICLE}, NULL
    FROM version v JOIN article ON article.key = v.article
    WHERE v.latest = 1 AND v.published IS NOT NULL`,

  v_places: `
    SELECT p.id AS place_id, ${ARTICLE}, p.text AS words, p.name, p.country, p.geonames_id, p.lat, p.lon, p.precision, p.kind,
      p.relation, p.score, s.id AS statement_id, p.start, p."end", v.text_sha256, ${REVIEW('p')}
    FROM place p JOIN version v ON v.key = p.version AND v.latest = 1 JOIN article ON article.key = v.article
      LEFT JOIN statement s ON s.key = p.statement`,

  v_conflicts: `
    SELECT NULL AS conflict_id, NULL AS slot, NULL AS statement_id, NULL AS text, NULL AS value, NULL AS other_statement_id,
      NULL AS other_text, NULL AS other_value WHERE 0`,

  v_copies: `
    SELECT NULL AS copy_group_id, NULL AS article_id, NULL AS version_id, NULL AS is_origin, NULL AS start, NULL AS "end",
      NULL AS text WHERE 0`,
};
