import type { Role } from "#app/domain/accounts/permissions.ts";

export type SeedPerson = { id: string; email: string; name: string; role: Role };

export const demoWorkspaceId = "wsp_demo";
export const otherWorkspaceId = "wsp_other";

export const demoPeople: readonly [SeedPerson, ...SeedPerson[]] = [
  { id: "usr_demo_owner", email: "owner@demo.test", name: "Marina Alves", role: "owner" },
  { id: "usr_demo_admin", email: "admin@demo.test", name: "Rafael Nogueira", role: "admin" },
  { id: "usr_demo_manager", email: "manager@demo.test", name: "Cláudia Teixeira", role: "manager" },
  { id: "usr_demo_picker", email: "picker@demo.test", name: "João Batista", role: "picker" },
  { id: "usr_demo_analyst", email: "analyst@demo.test", name: "Helena Prado", role: "analyst" },
  { id: "usr_demo_viewer", email: "viewer@demo.test", name: "Otávio Lins", role: "viewer" },
];

/** What the demo picker types and shows on a tablet. */
export const demoPin = "246810";
export const demoBadge = "DEM0PK3R24681000";

export const otherPeople: readonly [SeedPerson, ...SeedPerson[]] = [
  { id: "usr_other_owner", email: "owner@other.test", name: "Beatriz Campos", role: "owner" },
];

const firstNames = ["Ana", "Bruno", "Carla", "Diego", "Elisa", "Fábio", "Gabriela", "Hugo", "Isabel", "Jonas", "Karina", "Lucas"] as const;
const lastNames = ["Araújo", "Barros", "Cardoso", "Duarte", "Esteves", "Freitas", "Gomes", "Henriques"] as const;
const shiftRoles = ["picker", "picker", "picker", "viewer", "analyst", "manager"] as const;

/** The extra hands of a busy day. */
export function seasonalPeople(count: number): SeedPerson[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `usr_demo_extra_${String(index).padStart(3, "0")}`,
    email: `extra${index}@demo.test`,
    name: `${firstNames[index % firstNames.length] ?? ""} ${lastNames[Math.floor(index / firstNames.length) % lastNames.length] ?? ""}`,
    role: shiftRoles[index % shiftRoles.length] ?? "picker",
  }));
}
