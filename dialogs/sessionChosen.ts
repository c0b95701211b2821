/** The session that is meant: the one she chose, or the only one there is. */
export function sessionOf<S extends { sessionId: string }>({
  sessions = [],
  chosen,
}: {
  sessions?: S[];
  chosen?: string;
}): S | undefined {
  return sessions.length > 1 ? sessions.find(({ sessionId }) => sessionId === chosen) : sessions[0];
}
