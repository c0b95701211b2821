/** Who comes with a caregiver to be cared for during her class: how many of each group, never who they are. */
export type Company = { children: number; older: number; disabled: number };

/** She comes alone. */
export const alone: Company = { children: 0, older: 0, disabled: 0 };

/** How many places of the care room they need. */
export function sizeOf({ children, older, disabled }: Company): number {
  return children + older + disabled;
}

/** More of a group than this is a slip of the pen. */
export const mostOfAGroup = 20;
