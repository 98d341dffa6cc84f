/** Roles, strongest first. Safe for the browser: pages use the same table as verbs. */
export const roles = ["owner", "admin", "manager", "picker", "analyst", "viewer"] as const;
export type Role = (typeof roles)[number];

export const actions = [
  "workspace:read",
  "workspace:write",
  "team:read",
  "team:write",
  "keys:read",
  "keys:write",
  "audit:read",
  "activity:read",
  "notifications:read",
  "notifications:write",
  "deliveries:read",
  "deliveries:write",
  "channels:read",
  "channels:write",
  "catalog:read",
  "catalog:write",
  "orders:read",
  "service:read",
  "service:write",
  "selling:read",
  "selling:write",
  "warehouse:read",
  "warehouse:write",
  "floor:work",
  "agents:read",
  "agents:write",
  "ai:read",
  "ai:write",
  "triggers:read",
  "triggers:write",
  "shoppers:read",
  "shoppers:write",
  "chat:read",
  "chat:write",
] as const;
export type Action = (typeof actions)[number];

const everyone: Action[] = ["workspace:read", "activity:read", "notifications:read", "notifications:write"];

/** Seeing what is sold and how it goes. */
const selling: Action[] = [
  "channels:read",
  "catalog:read",
  "orders:read",
  "service:read",
  "selling:read",
  "warehouse:read",
  "agents:read",
  "triggers:read",
  "shoppers:read",
  "chat:read",
  "chat:write",
];

const allowed: Record<Role, ReadonlySet<Action>> = {
  owner: new Set(actions),
  admin: new Set(actions),
  manager: new Set<Action>([
    ...everyone,
    ...selling,
    "team:read",
    "audit:read",
    "catalog:write",
    "service:write",
    "selling:write",
    "warehouse:write",
    "floor:work",
    "agents:write",
    "ai:read",
    "triggers:write",
    "shoppers:write",
  ]),
  picker: new Set<Action>([...everyone, "catalog:read", "orders:read", "warehouse:read", "floor:work", "chat:read", "chat:write"]),
  analyst: new Set<Action>([...everyone, ...selling, "team:read", "audit:read", "ai:read"]),
  viewer: new Set<Action>([...everyone, ...selling, "team:read"]),
};

export function roleAllows(role: Role, action: Action): boolean {
  return allowed[role].has(action);
}

/** What can be done on a tablet at all, whoever holds it. */
const onTablet: ReadonlySet<Action> = new Set<Action>([
  "workspace:read",
  "catalog:read",
  "warehouse:read",
  "warehouse:write",
  "floor:work",
]);

/** A badge alone proves that somebody has it: approving and planning ask for the PIN. */
export function tabletAllows({ role, proof }: { role: Role; proof: "pin" | "badge" }, action: Action): boolean {
  return onTablet.has(action) && roleAllows(role, action) && (proof === "pin" || action !== "warehouse:write");
}

export function actionsOf(role: Role): Action[] {
  return actions.filter((action) => roleAllows(role, action));
}

/** Only an owner makes or unmakes owners; nobody hands out more than they hold. */
export function mayAssignRole(actorRole: Role, current: Role | undefined, next: Role): boolean {
  if (!roleAllows(actorRole, "team:write")) return false;
  return actorRole === "owner" || (current !== "owner" && next !== "owner");
}

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}

export function isAction(value: unknown): value is Action {
  return actions.some((action) => action === value);
}

export const readActions: readonly Action[] = actions.filter((action) => action.endsWith(":read"));
