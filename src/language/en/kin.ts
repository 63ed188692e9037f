/**
 * Words for relatives and the like, singular and plural, in lower case: "his brother" is somebody else than "he".
 */
export const KIN: ReadonlySet<string> = new Set(
  'wife wives husband husbands spouse partner mother mothers mom mum father fathers dad parent parents son sons daughter daughters child children kid kids brother brothers sister sisters sibling siblings twin uncle aunt cousin cousins nephew niece grandfather grandmother grandson granddaughter grandparents grandchildren stepfather stepmother stepson fiance fiancee fiancé fiancée girlfriend boyfriend widow widower heir friend friends colleague colleagues neighbour neighbor neighbours neighbors boss mentor rival rivals predecessor successor lawyer lawyers attorney aide aides spokesman spokeswoman spokesperson deputy agent doctor teacher teachers'.split(
    ' ',
  ),
);
