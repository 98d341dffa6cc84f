const name = "ENCRYPTION_KEYS";
const line = new RegExp(`^(\\s*(?:export\\s+)?${name}\\s*=\\s*)(["']?)([^"'\\n]*)\\2[ \\t]*$`, "m");

/** The entries of ENCRYPTION_KEYS in the text of an environment file, the current one first. */
export function keyEntries(envText: string): string[] {
  const value = line.exec(envText)?.[3] ?? "";
  return value
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

/** The same text with these entries; all other lines stay as they are. */
export function withKeyEntries(envText: string, entries: readonly string[]): string {
  return envText.replace(line, (_all, start: string) => `${start}"${entries.join(",")}"`);
}

export function keyIdOf(entry: string): string {
  return entry.slice(0, Math.max(0, entry.indexOf(":")));
}

/** Named by the day, so that an old key shows its age; a second one of a day gets a number. */
export function newKeyId(known: readonly string[], nowMs: number): string {
  const day = `k-${new Date(nowMs).toISOString().slice(0, 10)}`;
  let id = day;
  for (let count = 2; known.includes(id); count += 1) id = `${day}-${count}`;
  return id;
}
