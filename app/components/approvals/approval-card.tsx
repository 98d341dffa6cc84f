import { useEffect } from "react";
import { Link, useFetcher } from "react-router";
import { useLive } from "#app/components/console/use-console.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody } from "#app/components/ui/card.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ApprovalBody } from "./approval-body.tsx";
import type { ShownApproval } from "./shown-approval.ts";

/** One approval wherever it is told of, as it stands now: it is read again when somebody decides. */
export function ApprovalCard({ approvalId }: { approvalId: string }) {
  const { t } = useTranslation("approvals");
  const { load, data, state } = useFetcher<{ approval: ShownApproval | null }>();
  const heard = useLive().changes["approvals"] ?? 0;
  useEffect(() => {
    void load(`/approvals/${approvalId}?card`);
  }, [load, approvalId, heard]);
  const approval = data?.approval;
  return (
    <Card aria-busy={data === undefined}>
      <CardBody>
        {approval === undefined ? (
          <>
            <span className="sr-only">{t("loading")}</span>
            <Skeleton className="h-32" />
          </>
        ) : approval === null ? (
          <p className="flex flex-wrap items-center gap-3 text-muted">
            {t("gone")}
            <Button size="sm" loading={state === "loading"} onClick={() => void load(`/approvals/${approvalId}?card`)}>
              {t("reload")}
            </Button>
          </p>
        ) : (
          <ApprovalBody
            approval={approval}
            heading={
              <h3 className="text-base leading-6 font-semibold break-words">
                <Link to={`/approvals/${approvalId}`} className="hover:underline">
                  {approval.title}
                </Link>
              </h3>
            }
          />
        )}
      </CardBody>
    </Card>
  );
}
