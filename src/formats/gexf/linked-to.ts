/** What an edge without kind and label says. */
export const linkedTo = 'linked to'
