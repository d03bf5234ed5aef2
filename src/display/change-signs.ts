import type { ChangeClass } from '../model/change-class.ts'

/** What became of a record, for legends and lists. */
export const changeTexts: Readonly<Record<ChangeClass, string>> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
}

/** The sign on a disc of radius 6 around the origin, as the path of an SVG. */
export const changeSigns: Readonly<Record<ChangeClass, string>> = {
  added: 'M-3 0h6M0-3v6',
  removed: 'M-3 0h6',
  changed: 'M-3-1.5h6M-3 1.5h6',
}

/** What the picture tells beside the signs, by what took things away. */
export const changeNotes = {
  compared: 'What is pale is the same in both; what was removed is dotted.',
  draft: 'What you have removed is drawn dotted.',
} as const
