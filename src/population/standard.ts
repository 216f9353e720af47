/** The two entities of which the data rules of the design speak by name. */

/** What is read whole or not at all: a household with a bad member row is itself not to be judged. */
export const UNIT = 'household';
/** Parts of which an owner has at least one where they are recorded. */
export const PERSON = 'member';
