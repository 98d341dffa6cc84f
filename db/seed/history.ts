import type { AuditAction } from "#app/domain/audit/actions.ts";
import { isInFeed } from "#app/domain/audit/actions.ts";
import { createIds } from "#app/platform/ids.ts";
import type { auditLog } from "#db/schema/audit.ts";
import type { SeedPerson } from "./people.ts";
import type { SeededRandom } from "./random.ts";

type AuditRow = Omit<typeof auditLog.$inferInsert, "workspaceId">;
type People = readonly [SeedPerson, ...SeedPerson[]];
type Happening = {
  action: AuditAction;
  subject: { type: string; id: string; label: string };
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

const hourMs = 3_600_000;
const addresses = ["189.40.72.11", "177.92.14.203", "201.17.128.60"] as const;
const browsers = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (Linux; Android 16; SM-X210) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36",
] as const;
const keyNames = ["ERP nightly import", "Planilha de preços", "Balança da expedição", "BI de margem", "Leitor do galpão 2"] as const;
const guests = ["compras", "expedicao", "financeiro", "fotografia", "atendimento", "loja2"] as const;

function happeningOf(random: SeededRandom, people: People, index: number): Happening {
  const person = random.pick(people);
  const key = random.pick(keyNames);
  const guest = `${random.pick(guests)}@demo.test`;
  switch (random.int(8)) {
    case 0:
      return {
        action: "api-key.created",
        subject: { type: "api-key", id: `key_seed_${index}`, label: key },
        after: { scopes: ["activity:read"] },
      };
    case 1:
      return { action: "api-key.revoked", subject: { type: "api-key", id: `key_seed_${index}`, label: key } };
    case 2:
      return {
        action: "invitation.sent",
        subject: { type: "invitation", id: `inv_seed_${index}`, label: guest },
        after: { email: guest, role: "viewer" },
      };
    case 3:
      return { action: "invitation.revoked", subject: { type: "invitation", id: `inv_seed_${index}`, label: guest } };
    case 4:
      return {
        action: "member.role-changed",
        subject: { type: "member", id: person.id, label: person.name },
        before: { role: "viewer" },
        after: { role: person.role },
      };
    case 5:
      return {
        action: "workspace.updated",
        subject: { type: "workspace", id: "wsp_demo", label: "Demo" },
        before: { timeZone: "UTC" },
        after: { timeZone: "America/Sao_Paulo" },
      };
    case 6:
      return { action: "session.started", subject: { type: "session", id: `ses_seed_${index}`, label: person.email } };
    default:
      return { action: "audit.exported", subject: { type: "audit", id: "wsp_demo", label: "CSV" } };
  }
}

/** A believable past: one entry every few working hours, the newest some minutes ago. */
export function auditHistory(random: SeededRandom, people: People, options: { count: number; nowMs: number; spanMs: number }): AuditRow[] {
  const [owner] = people;
  const managers = people.filter((person) => person.role === "owner" || person.role === "admin");
  const rows: AuditRow[] = [];
  for (let index = 0; index < options.count; index += 1) {
    const at = Math.round(options.nowMs - options.spanMs + ((index + random.next()) / options.count) * (options.spanMs - hourMs / 12));
    const who = managers[random.int(managers.length)] ?? owner;
    const happening = happeningOf(random, people, index);
    rows.push({
      id: createIds({ now: () => at }, (length) => Uint8Array.from({ length }, () => random.int(256))).next("aud"),
      at,
      actorKind: "user",
      actorId: who.id,
      actorLabel: who.name,
      action: happening.action,
      subjectType: happening.subject.type,
      subjectId: happening.subject.id,
      subjectLabel: happening.subject.label,
      before: happening.before ?? null,
      after: happening.after ?? null,
      inFeed: isInFeed(happening.action),
      requestId: `req_seed_${index}`,
      ipAddress: random.pick(addresses),
      userAgent: random.pick(browsers),
    });
  }
  return rows;
}
