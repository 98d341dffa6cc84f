import { z } from "zod";
import { actions, roles } from "#app/domain/accounts/permissions.ts";
import type { changeRole } from "#app/domain/accounts/change-role.server.ts";
import type { IssuedToken } from "#app/domain/accounts/signed-tokens/issue-token.server.ts";
import type { createApiKey } from "#app/domain/accounts/create-api-key.server.ts";
import type { listApiKeys } from "#app/domain/accounts/list-api-keys.server.ts";
import type { listInvitations } from "#app/domain/accounts/list-invitations.server.ts";
import type { listMembers } from "#app/domain/accounts/list-members.server.ts";
import type { listSessions } from "#app/domain/accounts/list-sessions.server.ts";
import type { revokeSession } from "#app/domain/accounts/revoke-session.server.ts";
import { auditActions } from "#app/domain/audit/actions.ts";
import type { listActivity } from "#app/domain/audit/list-activity.server.ts";
import type { listAudit } from "#app/domain/audit/list-audit.server.ts";
import type { listDeadLetters } from "#app/domain/deliveries/list-dead-letters.server.ts";
import { errorStatuses } from "#app/domain/errors.ts";
import { exportStates } from "#app/domain/exports/export-job.server.ts";
import type { listExports } from "#app/domain/exports/list-exports.server.ts";
import { isNotificationKind, notificationTargets } from "#app/domain/notifications/kinds.ts";
import type { listNotifications } from "#app/domain/notifications/list-notifications.server.ts";
import { locales } from "#app/i18n/locales.ts";
import type { checkHealth } from "#app/worker/health.server.ts";
import type { Problem } from "../problem.ts";
import { aiStatusAnswers } from "./answers-ai-status.server.ts";
import { delegationsAnswers } from "./answers-delegations.server.ts";
import { approvalsAnswers } from "./answers-approvals.server.ts";
import { agentsAnswers } from "./answers-agents.server.ts";
import { aiAnswers } from "./answers-ai.server.ts";
import { analysisAnswers } from "./answers-analysis.server.ts";
import { marketAnswers } from "./answers-market.server.ts";
import { meaningAnswers } from "./answers-meaning.server.ts";
import { metricsAnswers } from "./answers-metrics.server.ts";
import { conversationsAnswers } from "./answers-conversations.server.ts";
import { publicChatAnswers } from "./answers-public-chat.server.ts";
import { sitesAnswers } from "./answers-sites.server.ts";
import { shoppersAnswers } from "./answers-shoppers.server.ts";
import { artifactsAnswers } from "./answers-artifacts.server.ts";
import { triggersAnswers } from "./answers-triggers.server.ts";
import { warehouseAnswers } from "./answers-warehouse.server.ts";
import { channelsAnswers } from "./answers-channels.server.ts";
import { patternsAnswers } from "./answers-patterns.server.ts";
import { reviewsAnswers } from "./answers-reviews.server.ts";
import { ordersAnswers } from "./answers-orders.server.ts";
import { sellingAnswers } from "./answers-selling.server.ts";
import { catalogAnswers } from "./answers-catalog.server.ts";
import { type Answer, exactly, type RowOf } from "./exactly.ts";

const id = z.string();
const timeMs = z.int();
const stamp = z.object({ kind: z.string(), id, label: z.string() });
const subject = z.object({ type: z.string(), id, label: z.string() });
const values = z.record(z.string(), z.unknown()).nullable();
const check = z.enum(["ok", "failed"]);
const kinds = Object.keys(notificationTargets).filter(isNotificationKind);

/** What the endpoints answer, by the names the document gives them. */
export const answers = {
  Health: exactly<Answer<typeof checkHealth>>()(
    z.object({
      status: z.enum(["ok", "degraded"]),
      version: z.string(),
      checks: z.object({ db: check, kv: check, queue: check, rooms: check }),
      floor: z.object({ checkedZones: z.int(), driftingZones: z.int(), silentZones: z.int() }),
    }),
  ),
  Me: z.object({ actor: stamp, workspace: z.object({ id, name: z.string() }), scopes: z.array(z.enum(actions)) }),
  Workspace: z.object({ id, name: z.string(), locale: z.enum(locales), timeZone: z.string(), currency: z.string(), version: z.int() }),
  Member: exactly<RowOf<typeof listMembers>>()(
    z.object({ id, name: z.string(), email: z.string(), role: z.enum(roles), createdAt: timeMs }),
  ),
  MemberRole: exactly<Answer<typeof changeRole>>()(z.object({ id, role: z.enum(roles) })),
  Invitation: exactly<RowOf<typeof listInvitations>>()(
    z.object({ id, email: z.string(), role: z.string(), createdAt: timeMs, expiresAt: timeMs, isExpired: z.boolean() }),
  ),
  ApiKey: exactly<RowOf<typeof listApiKeys>>()(
    z.object({
      id,
      name: z.string(),
      hint: z.string(),
      scopes: z.array(z.string()),
      createdAt: timeMs,
      expiresAt: timeMs.nullable(),
      lastUsedAt: timeMs.nullable(),
      state: z.enum(["active", "expired", "revoked"]),
    }),
  ),
  NewApiKey: exactly<Answer<typeof createApiKey>>()(z.object({ id, key: z.string() })),
  IssuedToken: exactly<IssuedToken>()(
    z.object({ token: z.string(), use: z.literal("rooms"), scopes: z.array(z.enum(actions)), expiresAt: timeMs }),
  ),
  Session: exactly<RowOf<typeof listSessions>>()(
    z.object({
      handle: z.string(),
      createdAt: timeMs,
      lastSeenAt: timeMs,
      ipAddress: z.string(),
      userAgent: z.string(),
      isCurrent: z.boolean(),
    }),
  ),
  RevokedSessions: exactly<Answer<typeof revokeSession>>()(z.object({ revoked: z.int() })),
  AuditEntry: exactly<RowOf<typeof listAudit>>()(
    z.object({
      id,
      workspaceId: id,
      at: timeMs,
      actorKind: z.string(),
      actorId: id,
      actorLabel: z.string(),
      action: z.string(),
      subjectType: z.string(),
      subjectId: id,
      subjectLabel: z.string(),
      before: values,
      after: values,
      inFeed: z.boolean(),
      requestId: z.string(),
      ipAddress: z.string(),
      userAgent: z.string(),
      deviceId: z.string().nullable(),
    }),
  ),
  Activity: exactly<RowOf<typeof listActivity>>()(z.object({ id, at: timeMs, actor: stamp, action: z.enum(auditActions), subject })),
  Notification: exactly<RowOf<typeof listNotifications>>()(
    z.object({ id, kind: z.enum(kinds), data: z.record(z.string(), z.string()), createdAt: timeMs, readAt: timeMs.nullable() }),
  ),
  DeadLetter: exactly<RowOf<typeof listDeadLetters>>()(z.object({ id, queue: z.string(), reason: z.string(), createdAt: timeMs })),
  Export: exactly<RowOf<typeof listExports>>()(
    z.object({
      id,
      state: z.enum(exportStates),
      rowsDone: z.int(),
      rowsTotal: z.int(),
      sizeBytes: z.int().nullable(),
      createdAt: timeMs,
      finishedAt: timeMs.nullable(),
    }),
  ),
  ...channelsAnswers,
  ...ordersAnswers,
  ...marketAnswers,
  ...reviewsAnswers,
  ...sellingAnswers,
  ...patternsAnswers,
  ...catalogAnswers,
  ...analysisAnswers,
  ...warehouseAnswers,
  ...agentsAnswers,
  ...approvalsAnswers,
  ...delegationsAnswers,
  ...aiAnswers,
  ...aiStatusAnswers,
  ...artifactsAnswers,
  ...triggersAnswers,
  ...meaningAnswers,
  ...metricsAnswers,
  ...sitesAnswers,
  ...conversationsAnswers,
  ...publicChatAnswers,
  ...shoppersAnswers,
  Created: z.object({ id }),
  Done: z.object({ ok: z.literal(true) }),
  Problem: z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum([...Object.keys(errorStatuses), "internal"]),
    detail: z.string(),
    requestId: z.string(),
    errors: z.record(z.string(), z.string()).exactOptional(),
    needs: z.string().exactOptional(),
    reason: z.string().exactOptional(),
    suggestions: z.array(z.string()).exactOptional(),
  }) satisfies z.ZodType<Problem>,
} as const satisfies Record<string, z.ZodType>;

export type AnswerName = keyof typeof answers;
