/** A person's names as she gave them, in proper case. `last` may be empty where she has only one name. */
export type Names = { first: string; last: string };
