/** Where the treebanks lie in the folder of data, and their terms. */

export const TRAIN_FILES: readonly string[] = ['ud/en_ewt-ud-train.conllu.gz', 'gum/gum-train.conllu.gz'];

export const DEV_FILES: Readonly<Record<string, string>> = {
  EWT: 'ud/en_ewt-ud-dev.conllu.gz',
  GUM: 'gum/gum-dev.conllu.gz',
};
