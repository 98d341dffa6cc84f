import { useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher, useNavigate } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import type { ChangeWarning } from "#app/domain/catalog/change-rules.ts";
import type { ChangePreview as Preview } from "#app/domain/catalog/preview-listing-change.server.ts";
import { ChangePreview } from "./change-preview.tsx";
import { type Asked, ChangeRule } from "./change-rule.tsx";
import type { ChangeTarget } from "./change-target.ts";
import type { ListingOutcome } from "./listing-answer.ts";
import { useListingWords } from "./use-listing-words.ts";

/** A slipped comma sells below cost within minutes: what may be one is asked for once more. */
const costly: ReadonlySet<ChangeWarning> = new Set(["below-cost", "big-drop"]);

/** Another price, stock or status for one listing or many: first what would happen, then the change itself. */
export function ChangeDialog({ target, close }: { target: ChangeTarget | null; close: () => void }) {
  const { t } = useTranslation("catalog");
  return (
    <Dialog
      open={target !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      title={<Title target={target} />}
      description={t("changes.previewHint")}
      size="lg"
    >
      {target === null ? null : <ChangeForm target={target} close={close} />}
    </Dialog>
  );
}

function Title({ target }: { target: ChangeTarget | null }) {
  const { t } = useTranslation("catalog");
  if (target === null) return "";
  if ("matching" in target) return t(`changes.titles.${target.kind}.all`);
  return t(`changes.titles.${target.kind}.some`, { count: target.ids.length });
}

function ChangeForm({ target, close }: { target: ChangeTarget; close: () => void }) {
  const { t } = useTranslation("catalog");
  const navigate = useNavigate();
  const preview = useFetcher<ListingOutcome>();
  const change = useFetcher<ListingOutcome>();
  const [asked, setAsked] = useState<Asked>(() => ({
    rule: target.rule ?? "set",
    value: target.kind === "status" ? (target.status === "active" ? "1" : "0") : "",
    ending: "exact",
    currency: target.currencies[0],
  }));
  const [shown, setShown] = useState<Preview | null>(null);
  const [isMeant, setMeant] = useState(false);
  useAnswer(preview, (answer) => setShown(answer.ok && answer.intent === "preview" ? answer.preview : null));
  useAnswer(change, (answer) => {
    if (!answer.ok || answer.intent !== "change") return;
    close();
    void navigate(`/listings/changes/${answer.id}`);
  });
  function edit(part: Partial<Asked>): void {
    setShown(null);
    setMeant(false);
    setAsked({ ...asked, ...part });
  }
  function post(fetcher: typeof preview, intent: "preview" | "change"): void {
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent, kind: target.kind, ...asked })) form.set(name, value);
    if ("matching" in target) form.set("matching", target.matching);
    else for (const id of target.ids) form.append("ids", id);
    void fetcher.submit(form, { method: "post", action: "/listings" });
  }
  const problem = [change.data, preview.data].find((answer) => answer?.ok === false);
  const valueError = problem?.ok === false ? problem.fields["value"] : undefined;
  const changing = shown?.changing ?? 0;
  const doubts = shown?.warnings.filter(({ warning }) => costly.has(warning)) ?? [];
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        post(preview, "preview");
      }}
    >
      <ChangeRule target={target} asked={asked} edit={edit} valueError={valueError} />
      {problem?.ok === false && valueError === undefined ? <InlineAlert tone="wrong" title={problem.error} /> : null}
      {shown === null ? null : <ChangePreview preview={shown} kind={target.kind} />}
      {doubts.length === 0 ? null : <Meant doubts={doubts} isMeant={isMeant} setMeant={setMeant} />}
      <footer className="sticky -bottom-5 z-1 -mx-5 -mb-5 flex flex-wrap justify-end gap-3 border-t border-line bg-raised px-5 py-3">
        <Button type="submit" variant={shown === null ? "primary" : "secondary"} loading={preview.state !== "idle"}>
          {t("changes.preview")}
        </Button>
        {changing > 0 ? (
          <Button
            variant="primary"
            disabled={doubts.length > 0 && !isMeant}
            loading={change.state !== "idle"}
            onClick={() => post(change, "change")}
          >
            {t("changes.confirm", { count: changing })}
          </Button>
        ) : null}
      </footer>
    </form>
  );
}

type MeantProps = { doubts: Preview["warnings"]; isMeant: boolean; setMeant: (isMeant: boolean) => void };

function Meant({ doubts, isMeant, setMeant }: MeantProps) {
  const { t } = useTranslation("catalog");
  const { warningName } = useListingWords();
  return (
    <label className="flex items-start gap-3 rounded border border-line bg-sunken px-4 py-3">
      <Checkbox className="mt-0.5" checked={isMeant} onChange={(event) => setMeant(event.target.checked)} />
      <span>
        {t("changes.meant")}{" "}
        <strong className="font-semibold">
          {doubts.map(({ warning, count }) => t("changes.meantOf", { count, what: warningName(warning) })).join(", ")}
        </strong>
      </span>
    </label>
  );
}
