/** What a list of citations has no place for. */
export const LEFT_OUT_OF_CITATIONS = [
  'actors, times, places and claims',
  'where statements stand, and all that is known of them but source, cue and content',
  'decisions',
] as const;
