import type { z } from "zod";
import type { Action } from "#app/domain/accounts/permissions.ts";
import { changeRoleSchema, createApiKeySchema, inviteSchema, profileSchema, workspaceSchema } from "#app/domain/accounts/schemas.ts";
import { issueTokenSchema } from "#app/domain/accounts/signed-tokens/issue-token.server.ts";
import { auditFilterSchema, auditInputSchema } from "#app/domain/audit/list-audit.server.ts";
import { inputSchema as listNotificationsSchema } from "#app/domain/notifications/list-notifications.server.ts";
import { markReadSchema } from "#app/domain/notifications/mark-read.server.ts";
import { pageSchema } from "#app/domain/paging.ts";
import type { ErrorCode } from "#app/domain/errors.ts";
import type { docs } from "#app/i18n/en/docs.ts";
import type { AnswerName } from "./answers.server.ts";
import { aiStatusOperations } from "./operations-ai-status.server.ts";
import { agentsOperations } from "./operations-agents.server.ts";
import { delegationsOperations } from "./operations-delegations.server.ts";
import { approvalsOperations } from "./operations-approvals.server.ts";
import { aiOperations } from "./operations-ai.server.ts";
import { analysisOperations } from "./operations-analysis.server.ts";
import { meaningOperations } from "./operations-meaning.server.ts";
import { metricsOperations } from "./operations-metrics.server.ts";
import { conversationsOperations } from "./operations-conversations.server.ts";
import { publicChatOperations } from "./operations-public-chat.server.ts";
import { sitesOperations } from "./operations-sites.server.ts";
import { shoppersOperations } from "./operations-shoppers.server.ts";
import { artifactsOperations } from "./operations-artifacts.server.ts";
import { triggersOperations } from "./operations-triggers.server.ts";
import { channelsOperations } from "./operations-channels.server.ts";
import { patternsOperations } from "./operations-patterns.server.ts";
import { reviewsOperations } from "./operations-reviews.server.ts";
import { ordersOperations } from "./operations-orders.server.ts";
import { sellingOperations } from "./operations-selling.server.ts";
import { warehouseOperations } from "./operations-warehouse.server.ts";
import { catalogOperations } from "./operations-catalog.server.ts";

export type Method = "get" | "post" | "put" | "patch" | "delete";
export type OperationId = keyof typeof docs.operations;
export type Tag = keyof typeof docs.tags;

export type Operation = {
  id: OperationId;
  method: Method;
  path: string;
  tag: Tag;
  /** "anyone" needs no key, "caller" any key or session, else a scope; `isPersonal` ones refuse keys. */
  needs: Action | "anyone" | "caller";
  isPersonal?: true;
  /** The schemas that the verbs themselves parse with. */
  query?: z.ZodObject;
  body?: z.ZodObject;
  status?: 201 | 202;
  /** What it refuses beside what follows from its shape. */
  alsoRefuses?: readonly ErrorCode[];
  answer: { kind: "one" | "page"; of: AnswerName } | { kind: "file"; mediaType: string };
};

const done = { kind: "one", of: "Done" } as const;
const created = { kind: "one", of: "Created" } as const;

/** The whole REST surface, in the order a reader needs it. A test holds it against the route table and the methods routes answer. */
export const operations: readonly Operation[] = [
  { id: "health", method: "get", path: "/health", tag: "start", needs: "anyone", answer: { kind: "one", of: "Health" } },
  { id: "me", method: "get", path: "/me", tag: "start", needs: "caller", answer: { kind: "one", of: "Me" } },
  { id: "updateMe", method: "patch", path: "/me", tag: "start", needs: "caller", isPersonal: true, body: profileSchema, answer: done },

  {
    id: "readWorkspace",
    method: "get",
    path: "/workspace",
    tag: "workspace",
    needs: "workspace:read",
    answer: { kind: "one", of: "Workspace" },
  },
  {
    id: "updateWorkspace",
    method: "put",
    path: "/workspace",
    tag: "workspace",
    needs: "workspace:write",
    body: workspaceSchema,
    answer: done,
  },
  ...meaningOperations,
  ...metricsOperations,

  {
    id: "listMembers",
    method: "get",
    path: "/members",
    tag: "team",
    needs: "team:read",
    query: pageSchema,
    answer: { kind: "page", of: "Member" },
  },
  {
    id: "changeRole",
    method: "patch",
    path: "/members/{id}",
    tag: "team",
    needs: "team:write",
    isPersonal: true,
    body: changeRoleSchema.omit({ id: true }),
    answer: { kind: "one", of: "MemberRole" },
  },
  { id: "removeMember", method: "delete", path: "/members/{id}", tag: "team", needs: "team:write", isPersonal: true, answer: done },
  {
    id: "listInvitations",
    method: "get",
    path: "/invitations",
    tag: "team",
    needs: "team:read",
    query: pageSchema,
    answer: { kind: "page", of: "Invitation" },
  },
  {
    id: "inviteMember",
    method: "post",
    path: "/invitations",
    tag: "team",
    needs: "team:write",
    body: inviteSchema,
    status: 201,
    answer: created,
  },
  { id: "resendInvitation", method: "post", path: "/invitations/{id}", tag: "team", needs: "team:write", answer: done },
  { id: "revokeInvitation", method: "delete", path: "/invitations/{id}", tag: "team", needs: "team:write", answer: done },

  {
    id: "listApiKeys",
    method: "get",
    path: "/api-keys",
    tag: "keys",
    needs: "keys:read",
    query: pageSchema,
    answer: { kind: "page", of: "ApiKey" },
  },
  {
    id: "createApiKey",
    method: "post",
    path: "/api-keys",
    tag: "keys",
    needs: "keys:write",
    body: createApiKeySchema,
    status: 201,
    answer: { kind: "one", of: "NewApiKey" },
  },
  {
    id: "issueToken",
    method: "post",
    path: "/tokens",
    tag: "keys",
    needs: "caller",
    body: issueTokenSchema,
    status: 201,
    answer: { kind: "one", of: "IssuedToken" },
  },
  { id: "revokeApiKey", method: "delete", path: "/api-keys/{id}", tag: "keys", needs: "keys:write", answer: done },
  {
    id: "listSessions",
    method: "get",
    path: "/sessions",
    tag: "keys",
    needs: "caller",
    isPersonal: true,
    answer: { kind: "page", of: "Session" },
  },
  {
    id: "revokeSession",
    method: "delete",
    path: "/sessions/{id}",
    tag: "keys",
    needs: "caller",
    isPersonal: true,
    answer: { kind: "one", of: "RevokedSessions" },
  },

  ...channelsOperations,
  ...ordersOperations,
  ...reviewsOperations,
  ...catalogOperations,
  ...analysisOperations,
  ...warehouseOperations,

  {
    id: "listAudit",
    method: "get",
    path: "/audit",
    tag: "history",
    needs: "audit:read",
    query: auditInputSchema,
    answer: { kind: "page", of: "AuditEntry" },
  },
  {
    id: "listActivity",
    method: "get",
    path: "/activity",
    tag: "history",
    needs: "activity:read",
    query: pageSchema,
    answer: { kind: "page", of: "Activity" },
  },
  {
    id: "listExports",
    method: "get",
    path: "/exports",
    tag: "history",
    needs: "audit:read",
    isPersonal: true,
    answer: { kind: "page", of: "Export" },
  },
  {
    id: "startExport",
    method: "post",
    path: "/exports",
    tag: "history",
    needs: "audit:read",
    isPersonal: true,
    body: auditFilterSchema,
    status: 202,
    answer: created,
  },
  {
    id: "openExport",
    method: "get",
    path: "/exports/{id}",
    tag: "history",
    needs: "audit:read",
    isPersonal: true,
    answer: { kind: "file", mediaType: "text/csv" },
  },
  { id: "cancelExport", method: "delete", path: "/exports/{id}", tag: "history", needs: "audit:read", isPersonal: true, answer: done },

  {
    id: "listNotifications",
    method: "get",
    path: "/notifications",
    tag: "notifications",
    needs: "notifications:read",
    isPersonal: true,
    query: listNotificationsSchema,
    answer: { kind: "page", of: "Notification" },
  },
  {
    id: "markNotifications",
    method: "patch",
    path: "/notifications",
    tag: "notifications",
    needs: "notifications:write",
    isPersonal: true,
    body: markReadSchema,
    answer: done,
  },

  ...sellingOperations,
  ...patternsOperations,

  ...agentsOperations,
  ...approvalsOperations,
  ...delegationsOperations,
  ...conversationsOperations,
  ...aiStatusOperations,

  ...aiOperations,
  ...artifactsOperations,
  ...triggersOperations,
  ...sitesOperations,
  ...publicChatOperations,
  ...shoppersOperations,

  {
    id: "listDeadLetters",
    method: "get",
    path: "/dead-letters",
    tag: "deliveries",
    needs: "deliveries:read",
    query: pageSchema,
    answer: { kind: "page", of: "DeadLetter" },
  },
  { id: "redriveDeadLetter", method: "post", path: "/dead-letters/{id}", tag: "deliveries", needs: "deliveries:write", answer: done },
  { id: "dismissDeadLetter", method: "delete", path: "/dead-letters/{id}", tag: "deliveries", needs: "deliveries:write", answer: done },
];
