/** Sessions that were taken in this tab, so that they are no news when they appear. */
export const takenHere = new Set<string>();
