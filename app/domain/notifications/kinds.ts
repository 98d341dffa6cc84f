/** What people are told about, and the page that shows more. */
export const notificationTargets = {
  "member-joined": "/settings/team",
  "role-changed": "/settings/profile",
  "api-key-created": "/settings/api-keys",
  "api-key-expiring": "/settings/api-keys",
  "export-ready": "/settings/audit",
  "export-failed": "/settings/audit",
  "channel-needs-attention": "/channels",
  "sync-finished": "/channels",
  "sync-failed": "/channels",
  "floor-alert": "/warehouse/monitoring",
  "models-budget-warned": "/ai",
  "models-budget-reached": "/ai",
  "trigger-fired": "/triggers",
  "trigger-paused": "/triggers",
  welcome: "/overview",
} as const;

export type NotificationKind = keyof typeof notificationTargets;

/** The page that shows more of one notification. */
export function targetOf(kind: NotificationKind, data: Readonly<Record<string, string>>): string {
  const { triggerId } = data;
  return triggerId === undefined ? notificationTargets[kind] : `/triggers/${triggerId}`;
}

export function isNotificationKind(value: unknown): value is NotificationKind {
  return typeof value === "string" && Object.hasOwn(notificationTargets, value);
}
