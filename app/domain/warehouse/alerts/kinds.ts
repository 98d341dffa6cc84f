export const alertKinds = [
  "queue-age",
  "throughput-drop",
  "short-picks",
  "wrong-counts",
  "drift",
  "zone-silent",
  "messages-waiting",
  "understaffed",
  "oversell-risk",
  "complaints-rising",
  "serial-twice",
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** watch: look at it today. wrong: look at it now. */
export const alertSeverities = ["watch", "wrong"] as const;
export type AlertSeverity = (typeof alertSeverities)[number];

export type AlertFacts = Record<string, number | string>;

export function isAlertKind(value: string): value is AlertKind {
  return alertKinds.some((kind) => kind === value);
}
