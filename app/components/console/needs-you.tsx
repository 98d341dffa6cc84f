import { Check, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import type { Action } from "#app/domain/accounts/permissions.ts";

type Counts = {
  unread: number;
  deadLetters: number;
  channelsToMend: number;
  lateOrders: number;
  waitingApprovals: number;
  openQuestions: number;
  openAdvice: number;
  openProposals: number;
  waitingInvitations: number;
  members: number;
};
type Need = {
  kind: "deliveries" | "channels" | "late" | "questions" | "approvals" | "proposals" | "advice" | "unread" | "invitations" | "alone";
  count: number;
  to: string;
};

/** What waits for this person, the most urgent first; nothing they could not act on. */
export function needsOf(counts: Counts, allowed: readonly Action[]): Need[] {
  const needs: (Need & { needs?: Action })[] = [
    { kind: "channels", count: counts.channelsToMend, to: "/channels", needs: "channels:write" },
    { kind: "late", count: counts.lateOrders, to: "/orders?late=1", needs: "orders:read" },
    { kind: "deliveries", count: counts.deadLetters, to: "/settings/deliveries", needs: "deliveries:write" },
    { kind: "questions", count: counts.openQuestions, to: "/questions", needs: "service:write" },
    { kind: "approvals", count: counts.waitingApprovals, to: "/approvals", needs: "chat:read" },
    { kind: "proposals", count: counts.openProposals, to: "/proposals", needs: "agents:write" },
    { kind: "advice", count: counts.openAdvice, to: "/recommendations", needs: "selling:write" },
    { kind: "unread", count: counts.unread, to: "/notifications?unread=1" },
    { kind: "invitations", count: counts.waitingInvitations, to: "/settings/team", needs: "team:write" },
    {
      kind: "alone",
      count: counts.members === 1 && counts.waitingInvitations === 0 ? 1 : 0,
      to: "/settings/team?invite=1",
      needs: "team:write",
    },
  ];
  return needs.filter((need) => need.count > 0 && (need.needs === undefined || allowed.includes(need.needs)));
}

/** `beneath` is shown under its line: what of many matters most. */
export function NeedsYou({ needs, beneath }: { needs: readonly Need[]; beneath?: Partial<Record<Need["kind"], ReactNode>> }) {
  const { t } = useTranslation("console");
  return (
    <Card>
      <CardHeader title={t("needs.title")} />
      <CardBody>
        {needs.length === 0 ? (
          <p className="flex items-center gap-2 text-muted">
            <Check aria-hidden className="size-4 text-ok" /> {t("needs.noneText")}
          </p>
        ) : (
          <ol className="grid">
            {needs.map((need) => (
              <li key={need.kind} className="border-b border-line last:border-b-0">
                <Link to={need.to} className="flex items-center justify-between gap-3 py-2.5 font-medium">
                  {t(`needs.${need.kind}`, { count: need.count })}
                  <ChevronRight aria-hidden className="size-4 shrink-0" />
                </Link>
                {beneath?.[need.kind]}
              </li>
            ))}
          </ol>
        )}
      </CardBody>
    </Card>
  );
}
