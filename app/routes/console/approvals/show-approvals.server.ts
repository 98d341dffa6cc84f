import type { ShownApproval } from "#app/components/approvals/shown-approval.ts";
import { actorAllows } from "#app/domain/actor.ts";
import type { Approval } from "#app/domain/approvals/approval-row.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";

/** What each reader may do about it, and what it takes, in their language. */
export async function showApprovals({ actor, locale }: ServiceContext, approvals: readonly Approval[]): Promise<ShownApproval[]> {
  const t = await getTranslator(locale, "settings");
  const mayDecide = actorAllows(actor, "chat:write");
  return approvals.map((approval) => ({
    ...approval,
    mayApprove: mayDecide && actorAllows(actor, approval.scope),
    mayRefuse: mayDecide,
    scopeLabel: t(`profile.may.${approval.scope.replace(":", ".")}` as "profile.may.catalog.write"),
  }));
}
