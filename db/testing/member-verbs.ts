import { changePassword } from "#app/domain/accounts/change-password.server.ts";
import { changeRole } from "#app/domain/accounts/change-role.server.ts";
import { createApiKey } from "#app/domain/accounts/create-api-key.server.ts";
import { inviteMember } from "#app/domain/accounts/invite-member.server.ts";
import { listApiKeys } from "#app/domain/accounts/list-api-keys.server.ts";
import { listInvitations } from "#app/domain/accounts/list-invitations.server.ts";
import { listMembers } from "#app/domain/accounts/list-members.server.ts";
import { listSessions } from "#app/domain/accounts/list-sessions.server.ts";
import { removeMember } from "#app/domain/accounts/remove-member.server.ts";
import { resendInvitation } from "#app/domain/accounts/resend-invitation.server.ts";
import { revokeApiKey } from "#app/domain/accounts/revoke-api-key.server.ts";
import { revokeInvitation } from "#app/domain/accounts/revoke-invitation.server.ts";
import { revokeSession } from "#app/domain/accounts/revoke-session.server.ts";
import { signOut } from "#app/domain/accounts/sign-out.server.ts";
import { readProfile, updateProfile } from "#app/domain/accounts/update-profile.server.ts";
import { readWorkspace, updateWorkspace } from "#app/domain/accounts/update-workspace.server.ts";
import { exportAudit } from "#app/domain/audit/export-audit.server.ts";
import { listActivity } from "#app/domain/audit/list-activity.server.ts";
import { listAudit } from "#app/domain/audit/list-audit.server.ts";
import { listDeadLetters } from "#app/domain/deliveries/list-dead-letters.server.ts";
import { resolveDeadLetter } from "#app/domain/deliveries/resolve-dead-letter.server.ts";
import { cancelExport } from "#app/domain/exports/cancel-export.server.ts";
import { listExports } from "#app/domain/exports/list-exports.server.ts";
import { openExport } from "#app/domain/exports/open-export.server.ts";
import { startExport } from "#app/domain/exports/start-export.server.ts";
import { countUnread, listNotifications } from "#app/domain/notifications/list-notifications.server.ts";
import { markNotifications } from "#app/domain/notifications/mark-read.server.ts";
import { readFirstSteps } from "#app/domain/overview/read-first-steps.server.ts";
import { readOverview } from "#app/domain/overview/read-overview.server.ts";
import { encodeCursor } from "#app/platform/cursor.ts";
import { alertsVerbs } from "./areas/alerts.ts";
import { chatVerbs } from "./areas/chat.ts";
import { aiVerbs } from "./areas/ai.ts";
import { marketVerbs } from "./areas/market.ts";
import { patternsVerbs } from "./areas/patterns.ts";
import { reviewsVerbs } from "./areas/reviews.ts";
import { agentsVerbs } from "./areas/agents.ts";
import { approvalsVerbs } from "./areas/approvals.ts";
import { delegationsVerbs } from "./areas/delegations.ts";
import { analysisVerbs } from "./areas/analysis.ts";
import { publicChatVerbs } from "./areas/public-chat.ts";
import { sitesVerbs } from "./areas/sites.ts";
import { artifactsVerbs } from "./areas/artifacts.ts";
import { triggersVerbs } from "./areas/triggers.ts";
import { catalogVerbs } from "./areas/catalog.ts";
import { channelsVerbs } from "./areas/channels.ts";
import { fulfilmentVerbs } from "./areas/fulfilment.ts";
import { returnsVerbs } from "./areas/returns.ts";
import { packingVerbs } from "./areas/packing.ts";
import { wavesVerbs } from "./areas/waves.ts";
import { modelsVerbs } from "./areas/models.ts";
import { ordersVerbs } from "./areas/orders.ts";
import { salesVerbs } from "./areas/sales.ts";
import { sellingVerbs } from "./areas/selling.ts";
import { meaningVerbs } from "./areas/meaning.ts";
import { metricsVerbs } from "./areas/metrics.ts";
import { shoppersVerbs } from "./areas/shoppers.ts";
import { trendsVerbs } from "./areas/trends.ts";
import { floorVerbs } from "./areas/floor.ts";
import { warehouseVerbs } from "./areas/warehouse.ts";
import { serviceVerbs } from "./areas/service.ts";
import type { AreaVerbs, MemberVerb } from "./verb-walk.ts";

const page = { limit: "optionalNumber", cursor: "optionalText" } as const;
const auditFilter = {
  action: "optionalText",
  actorId: "optionalText",
  search: "optionalText",
  from: "optionalNumber",
  to: "optionalNumber",
} as const;
const after = (id: string) => ({ cursor: encodeCursor([id]) });
const byId = { fields: { id: "text" }, foreignAnswer: "not_found" } as const;

async function drain(rows: AsyncGenerator): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

const team: Record<string, MemberVerb> = {
  changePassword: {
    run: changePassword,
    isForPeople: true,
    input: (_home, caller) => ({ currentPassword: caller.password, password: "a new long password" }),
    fields: { currentPassword: "text", password: "password" },
  },
  changeRole: {
    ...byId,
    run: changeRole,
    needs: "team:write",
    isForPeople: true,
    input: (home) => ({ id: home.people.viewer.id, role: "analyst" }),
    fields: { id: "text", role: "choice" },
    foreign: (other) => ({ id: other.people.viewer.id, role: "analyst" }),
  },
  removeMember: {
    ...byId,
    run: removeMember,
    needs: "team:write",
    isForPeople: true,
    input: (home) => ({ id: home.people.viewer.id }),
    foreign: (other) => ({ id: other.people.viewer.id }),
  },
  inviteMember: {
    run: inviteMember,
    needs: "team:write",
    input: (home) => ({ email: `new@${home.id.replaceAll("_", "-")}.test`, role: "viewer" }),
    fields: { email: "email", role: "choice" },
    foreign: (other) => ({ email: other.people.viewer.email, role: "viewer" }),
  },
  listInvitations: { run: listInvitations, needs: "team:read", fields: page, foreign: (other) => after(`${other.invitation.id}z`) },
  listMembers: { run: listMembers, needs: "team:read", fields: page, foreign: (other) => after(other.people.owner.id) },
  resendInvitation: {
    ...byId,
    run: resendInvitation,
    needs: "team:write",
    input: (home) => ({ id: home.invitation.id }),
    foreign: (other) => ({ id: other.invitation.id }),
  },
  revokeInvitation: {
    ...byId,
    run: revokeInvitation,
    needs: "team:write",
    input: (home) => ({ id: home.invitation.id }),
    foreign: (other) => ({ id: other.invitation.id }),
  },
};

const own: Record<string, MemberVerb> = {
  listSessions: { run: listSessions, isForPeople: true },
  readProfile: { run: readProfile, isForPeople: true },
  revokeSession: {
    ...byId,
    run: revokeSession,
    isForPeople: true,
    input: (_home, caller) => ({ id: caller.sessionHandle }),
    foreign: (other) => ({ id: other.people.owner.sessionHandle }),
  },
  signOut: {
    run: (ctx, _input, stage) => {
      const handle = ctx.actor.kind === "user" ? ctx.actor.sessionHandle : "";
      return signOut(stage.visitor, ctx, { id: "of-nobody", handle, lastSeenAt: 0 });
    },
    isForPeople: true,
  },
  updateProfile: {
    run: updateProfile,
    isForPeople: true,
    input: () => ({ name: "Bea", locale: "pt-BR", theme: "dark", timeZone: "America/Sao_Paulo" }),
    fields: { name: "optionalLine", locale: "optionalChoice", theme: "optionalChoice", timeZone: "optionalChoice" },
  },
  listNotifications: {
    run: listNotifications,
    needs: "notifications:read",
    isForPeople: true,
    fields: { ...page, unread: "optionalChoice" },
    foreign: (other) => after(`${other.people.viewer.notificationId}z`),
  },
  countUnread: { run: countUnread, isForPeople: true },
  markNotifications: {
    run: markNotifications,
    needs: "notifications:write",
    isForPeople: true,
    input: (_home, caller) => ({ ids: [caller.notificationId], isRead: true }),
    fields: { ids: "optionalList", isRead: "optionalBoolean" },
    foreign: (other) => ({ ids: Object.values(other.people).map((person) => person.notificationId) }),
  },
};

const workspace: Record<string, MemberVerb> = {
  readWorkspace: { run: readWorkspace, needs: "workspace:read" },
  updateWorkspace: {
    run: (ctx, input) => updateWorkspace(ctx, input, { isOnboarding: true }),
    needs: "workspace:write",
    input: () => ({ name: "Shop", timeZone: "UTC", currency: "EUR", locale: "pt-BR", version: 1 }),
    fields: { name: "text", timeZone: "choice", currency: "choice", locale: "choice", version: "number" },
  },
  readOverview: { run: (ctx) => readOverview(ctx, "UTC"), needs: "activity:read" },
  readFirstSteps: { run: readFirstSteps, needs: "activity:read" },
  createApiKey: {
    run: createApiKey,
    needs: "keys:write",
    input: () => ({ name: "Till", scopes: ["keys:write"], expiresInDays: 30 }),
    fields: { name: "text", scopes: "list", expiresInDays: "optionalNumber" },
  },
  listApiKeys: { run: listApiKeys, needs: "keys:read", fields: page, foreign: (other) => after(`${other.apiKey.id}z`) },
  revokeApiKey: {
    ...byId,
    run: revokeApiKey,
    needs: "keys:write",
    input: (home) => ({ id: home.apiKey.id }),
    foreign: (other) => ({ id: other.apiKey.id }),
  },
};

const records: Record<string, MemberVerb> = {
  listActivity: { run: listActivity, needs: "activity:read", fields: page, foreign: () => after("aud_z") },
  listAudit: {
    run: listAudit,
    needs: "audit:read",
    fields: { ...page, ...auditFilter },
    foreign: (other) => ({ actorId: other.people.owner.id }),
  },
  exportAudit: {
    run: async (ctx, input) => drain(await exportAudit(ctx, input)),
    needs: "audit:read",
    input: () => ({}),
    fields: auditFilter,
    foreign: (other) => ({ search: other.name }),
  },
  startExport: {
    run: startExport,
    needs: "audit:read",
    isForPeople: true,
    input: () => ({}),
    fields: auditFilter,
    foreign: (other) => ({ actorId: other.people.owner.id }),
  },
  listExports: { run: listExports, needs: "audit:read", isForPeople: true },
  openExport: {
    ...byId,
    run: async (ctx, input) => new Response((await openExport(ctx, input)).body).text(),
    needs: "audit:read",
    isForPeople: true,
    input: (_home, caller) => ({ id: caller.exportId }),
    foreign: (other) => ({ id: other.people.owner.exportId }),
  },
  cancelExport: {
    ...byId,
    run: cancelExport,
    needs: "audit:read",
    isForPeople: true,
    input: (_home, caller) => ({ id: caller.exportId }),
    foreign: (other) => ({ id: other.people.owner.exportId }),
  },
  listDeadLetters: { run: listDeadLetters, needs: "deliveries:read", fields: page, foreign: (other) => after(`${other.deadLetter.id}z`) },
  resolveDeadLetter: {
    ...byId,
    run: resolveDeadLetter,
    needs: "deliveries:write",
    input: (home) => ({ id: home.deadLetter.id, resolution: "redrive" }),
    fields: { id: "text", resolution: "choice" },
    foreign: (other) => ({ id: other.deadLetter.id, resolution: "redrive" }),
  },
};

/** The parts of selling, each with its own page of verbs. */
export const areas: readonly AreaVerbs[] = [
  marketVerbs,
  reviewsVerbs,
  patternsVerbs,
  agentsVerbs,
  approvalsVerbs,
  delegationsVerbs,
  aiVerbs,
  triggersVerbs,
  artifactsVerbs,
  sitesVerbs,
  publicChatVerbs,
  alertsVerbs,
  chatVerbs,
  channelsVerbs,
  catalogVerbs,
  analysisVerbs,
  ordersVerbs,
  serviceVerbs,
  salesVerbs,
  sellingVerbs,
  trendsVerbs,
  meaningVerbs,
  metricsVerbs,
  shoppersVerbs,
  floorVerbs,
  warehouseVerbs,
  fulfilmentVerbs,
  returnsVerbs,
  packingVerbs,
  wavesVerbs,
  modelsVerbs,
];

export const memberVerbs: Record<string, MemberVerb> = Object.fromEntries(
  [team, own, workspace, records, ...areas.map((area) => area.verbs)].flatMap((verbs) => Object.entries(verbs)),
);
