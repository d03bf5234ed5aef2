/** Told the share that is done, from 0 to 1; answers false to cancel. */
export type Progress = (share: number) => boolean
