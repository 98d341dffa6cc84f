import { Package, Plus } from "lucide-react";
import { useState } from "react";
import { useFetcher } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { CartonDialog, type CartonsAnswer } from "#app/components/packing/carton-dialog.tsx";
import { CartonTable } from "#app/components/packing/carton-table.tsx";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { type CartonRow, listCartons } from "#app/domain/warehouse/packing/list-cartons.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import type { Translate } from "#app/i18n/text-keys.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { answerCartonsForm } from "./cartons-action.server.ts";
import type { Route } from "./+types/cartons.ts";

export const handle = { i18n: ["packing"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:read");
  const { data } = await orErrorPage(listCartons(ctx));
  return { title: await pageTitle(args.context, "packing", "title"), cartons: data };
}

export function action(args: Route.ActionArgs) {
  return answerCartonsForm(args);
}

export default function Cartons({ loaderData: { cartons } }: Route.ComponentProps) {
  useChanges("warehouse");
  const { t } = useTranslation("packing");
  const mayWrite = useConsole().actions.includes("warehouse:write");
  const [opened, setOpened] = useState<CartonRow | "new" | null>(null);
  const [retiring, setRetiring] = useState<CartonRow | null>(null);
  const fetcher = useFetcher<CartonsAnswer>();
  useAnswer(fetcher, (answer) => {
    if (answer.ok) {
      setOpened(null);
      toast.ok(cartonsToast(answer, t));
    } else if (opened === null) toast.wrong(answer.error);
  });
  /** What was refused before is not said of another carton. */
  const open = (carton: CartonRow | "new") => {
    fetcher.reset();
    setOpened(carton);
  };
  const post = (intent: string, carton?: CartonRow) =>
    void fetcher.submit(
      { intent, ...(carton === undefined ? {} : { id: carton.id, version: carton.version, name: carton.name }) },
      { method: "post", action: "/warehouse/cartons" },
    );
  const buttons = mayWrite ? (
    <>
      <Button loading={fetcher.state !== "idle"} onClick={() => post("usual")}>
        {t("addUsual")}
      </Button>
      <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => open("new")}>
        {t("add")}
      </Button>
    </>
  ) : null;
  const inUse = cartons.filter(({ isActive }) => isActive).length;
  return (
    <>
      <PageHeader
        title={t("title")}
        state={cartons.length === 0 ? t("stateNone") : t("state", { count: inUse })}
        actions={cartons.length === 0 ? null : buttons}
      />
      <Card className="overflow-clip">
        {cartons.length === 0 ? (
          <EmptyState title={t("none")} picture={<Package aria-hidden className="mx-auto size-10" />} action={buttons}>
            {mayWrite ? t("noneText") : t("noneReader")}
          </EmptyState>
        ) : (
          <CartonTable
            cartons={cartons}
            acts={mayWrite ? { edit: open, retire: setRetiring, restore: (carton) => post("restore", carton) } : undefined}
          />
        )}
      </Card>
      <CartonDialog opened={opened} fetcher={fetcher} onClose={() => setOpened(null)} />
      {retiring === null ? null : (
        <ConfirmDialog
          open
          onOpenChange={() => setRetiring(null)}
          title={t("retireTitle", { name: retiring.name })}
          description={t("retireText")}
          confirmLabel={t("retire")}
          destructive
          onConfirm={() => post("retire", retiring)}
        />
      )}
    </>
  );
}

function cartonsToast({ intent, name, added }: Extract<CartonsAnswer, { ok: true }>, t: Translate<"packing">): string {
  switch (intent) {
    case "usual":
      return added === 0 ? t("usualNone") : t("usualToast", { count: added });
    case "add":
      return t("addedToast", { name });
    case "retire":
      return t("retiredToast", { name });
    case "restore":
      return t("restoredToast", { name });
    default:
      return t("savedToast", { name });
  }
}
