/** Text as people compare it: without accents, case and extra blanks. `Recommandé ` becomes `recommande`. */
export const plainWords = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
