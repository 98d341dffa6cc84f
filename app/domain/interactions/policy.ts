/** A visit comes to one interaction, which is known by it before it is there. */
export function interactionIdOf(sessionId: string): string {
  return `int_${sessionId.slice(sessionId.indexOf("_") + 1)}`;
}
