/**
 * The dependency relations of UD English with their subtypes, as EWT and GUM use them (Universal Dependencies v2), the
 * commonest first. The column `relation` of the tokens holds indexes into this list; index 0 stands for what nothing is known of.
 */
export const RELATIONS: readonly string[] = [
  ...['dep', 'punct', 'case', 'det', 'nsubj', 'root', 'advmod', 'amod', 'obj', 'obl', 'conj', 'nmod', 'cc', 'compound'],
  ...['mark', 'aux', 'cop', 'advcl', 'nmod:poss', 'xcomp', 'acl:relcl', 'flat', 'ccomp', 'acl', 'parataxis', 'nummod'],
  ...['aux:pass', 'appos', 'nsubj:pass', 'discourse', 'obl:unmarked', 'nmod:unmarked', 'compound:prt', 'expl', 'fixed'],
  ...['iobj', 'list', 'reparandum', 'obl:agent', 'csubj', 'nmod:desc', 'nsubj:outer', 'advcl:relcl', 'det:predet'],
  ...['vocative', 'goeswith', 'cc:preconj', 'orphan', 'dislocated', 'csubj:pass', 'csubj:outer'],
];

/** The relation of the word that a sentence hangs on. */
export const ROOT_RELATION = RELATIONS.indexOf('root');

/** That of the pieces into which an overlong sentence is cut, to its first piece. */
export const PIECE_RELATION = RELATIONS.indexOf('parataxis');
