export const namespaces = [
  "common",
  "ui",
  "shell",
  "auth",
  "console",
  "settings",
  "landing",
  "docs",
  "errors",
  "mail",
  "activity",
  "notifications",
  "channels",
  "catalog",
  "orders",
  "service",
  "selling",
  "advice",
  "warehouse",
  "fulfilment",
  "returns",
  "monitoring",
  "labels",
  "archive",
  "tablets",
  "floor",
  "agents",
  "packing",
] as const;
export type Namespace = (typeof namespaces)[number];

/** What the frame of every page needs; further ones come with `handle = { i18n: ["settings"] }` of the matched routes. */
export const frameNamespaces = ["common", "ui", "shell", "errors"] as const satisfies readonly Namespace[];
