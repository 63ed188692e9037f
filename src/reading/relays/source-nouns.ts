/**
 * Nouns for those who can be cited: people by what they do, bodies, and documents. Dictionary forms. What they are for: *citing two
 * officials* names a source, *citing a lack of evidence* a reason. Names count beside them. Drawn up for Hearsay.
 */
export const SOURCE_NOUNS: ReadonlySet<string> = new Set(
  `official officer source witness bystander spokesman spokeswoman spokesperson diplomat envoy ambassador minister secretary premier president
  chancellor governor mayor senator lawmaker legislator deputy councillor adviser advisor aide assistant insider colleague friend neighbour neighbor
  relative mother father brother sister son daughter wife husband family resident villager local survivor victim doctor nurse physician medic
  rescuer paramedic lawyer attorney prosecutor judge investigator detective inspector auditor police gendarmerie coastguard army navy military
  soldier general colonel commander captain pilot sailor engineer technician worker employee staff manager executive director chairman founder owner
  banker trader economist analyst expert scientist researcher historian professor academic scholar teacher student farmer fisherman driver
  activist campaigner volunteer leader member person people man woman boy girl
  ministry department agency office bureau authority commission committee council board court tribunal government parliament palace embassy
  union association group organisation organization institute university hospital company firm bank party
  newspaper paper daily weekly magazine journal outlet site website media press radio television channel broadcaster station
  report document letter memo memorandum email message record file filing transcript minutes log diary statement testimony affidavit indictment
  complaint ruling judgment dossier study survey poll census article interview intelligence briefing bulletin cable communique communiqué`.split(
    /\s+/,
  ),
);
