/** The name of a command that cannot be read otherwise, so that whoever sent it can tell which one was refused. */
export function idOfEnvelope(envelope: unknown): string {
  if (typeof envelope !== "object" || envelope === null || !("id" in envelope)) return "";
  return typeof envelope.id === "string" ? envelope.id.slice(0, 60) : "";
}
