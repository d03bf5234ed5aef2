/** A record that is still being put together. */
export type Draft<Content> = { -readonly [Key in keyof Content]: Content[Key] }
