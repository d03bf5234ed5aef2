/** A record that is still being put together. */
export type Unfinished<Whole> = { -readonly [Part in keyof Whole]: Whole[Part] }
