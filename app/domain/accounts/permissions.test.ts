import { expect, test } from "vitest";
import { actions, actionsOf, roles } from "./permissions.ts";

test("the permission table is what the product promises", () => {
  const table = Object.fromEntries(roles.map((role) => [role, actionsOf(role)]));
  const everyone = ["workspace:read", "activity:read", "notifications:read", "notifications:write"];
  const selling = [
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
  const inOrder = (...names: string[]) => actions.filter((action) => names.includes(action));
  expect(table).toEqual({
    owner: [...actions],
    admin: [...actions],
    manager: inOrder(
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
      "triggers:write",
      "shoppers:write",
      "ai:read",
    ),
    picker: inOrder(...everyone, "catalog:read", "orders:read", "warehouse:read", "floor:work", "chat:read", "chat:write"),
    analyst: inOrder(...everyone, ...selling, "team:read", "audit:read", "ai:read"),
    viewer: inOrder(...everyone, ...selling, "team:read"),
  });
});
