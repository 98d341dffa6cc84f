/** Everything the audit log can say, and whether the team's feed shows it too. */
const feedByAction = {
  "workspace.created": true,
  "workspace.updated": true,
  "workspace.onboarded": true,
  "member.joined": true,
  "member.role-changed": true,
  "member.removed": true,
  "member.profile-updated": false,
  "member.password-changed": false,
  "member.password-reset-requested": false,
  "member.sign-up-requested": false,
  "session.started": false,
  "session.ended": false,
  "session.revoked": false,
  "invitation.sent": true,
  "invitation.resent": false,
  "invitation.revoked": true,
  "api-key.created": true,
  "api-key.revoked": true,
  "audit.exported": true,
  "dead-letter.redriven": false,
  "dead-letter.dismissed": false,
} as const satisfies Record<string, boolean>;

export type AuditAction = keyof typeof feedByAction;

export function isInFeed(action: AuditAction): boolean {
  return feedByAction[action];
}

export function isAuditAction(value: unknown): value is AuditAction {
  return typeof value === "string" && Object.hasOwn(feedByAction, value);
}

export const auditActions = Object.keys(feedByAction).filter(isAuditAction);
