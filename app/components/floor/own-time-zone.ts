/** The tablet hangs in the warehouse: its own time is the one people there read. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
