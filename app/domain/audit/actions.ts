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
  "channel.connected": true,
  "channel.reauthorised": true,
  "channel.paused": true,
  "channel.resumed": true,
  "channel.disconnected": true,
  "channel.needs-attention": true,
  "channel.stock-followed": true,
  "channel.stock-unfollowed": true,
  "sync.requested": false,
  "sync.finished": true,
  "sync.failed": true,
  "sync.cancelled": true,
  "product.created": true,
  "product.updated": true,
  "product.archived": true,
  "product.restored": true,
  "variant.created": false,
  "variant.updated": true,
  "costs.set": true,
  "catalog.imported": true,
  "listing.linked": true,
  "listing.unlinked": true,
  "listing.ignored": false,
  "listing.price-changed": true,
  "listing.stock-changed": true,
  "listing.status-changed": true,
  "listing-change.requested": true,
  "listing-change.undone": true,
  "listing-change.cancelled": true,
  "question.answered": true,
  "recommendation.applied": true,
  "recommendation.dismissed": true,
  "recommendation.reopened": true,
  "orders.exported": false,
  "listings.exported": false,
  "products.exported": false,
  "warehouse.created": true,
  "zone.created": true,
  "orders.released": true,
  "order.given-back": true,
  "order.release-retried": false,
  "order.packed": false,
  "order.shipped": true,
} as const satisfies Record<string, boolean>;

export type AuditAction = keyof typeof feedByAction;

export function isInFeed(action: AuditAction): boolean {
  return feedByAction[action];
}

export function isAuditAction(value: unknown): value is AuditAction {
  return typeof value === "string" && Object.hasOwn(feedByAction, value);
}

export const auditActions = Object.keys(feedByAction).filter(isAuditAction);
