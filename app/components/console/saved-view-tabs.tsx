import { BookmarkPlus, MoreHorizontal, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type FetcherWithComponents, useFetcher, useLocation, useNavigate } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { DropdownMenu, MenuItem } from "#app/components/ui/dropdown-menu.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import type { SavedView } from "#app/domain/views/list-views.server.ts";
import type { ViewPage } from "#app/domain/views/schemas.ts";
import { tidyQuery } from "#app/domain/views/tidy-query.ts";

/** `query` is what the address says when the view is open: "status=active". */
export type BuiltInView = { label: string; query: string; count?: number };
type SavedViewTabsProps = { page: ViewPage; label: string; builtIn: readonly BuiltInView[]; views: readonly SavedView[] };
type Answer = { ok: true; intent: string; name: string } | FormProblem;

/** A list's views as tabs: ours first, then the person's own, which they keep, rename and delete here. The page's route loads `listViews`. */
export function SavedViewTabs({ page, label, builtIn, views }: SavedViewTabsProps) {
  const { t } = useTranslation("catalog");
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const fetcher = useFetcher<Answer>();
  const [asking, setAsking] = useState<"save" | "rename" | null>(null);
  const here = tidyQuery(search);
  const own = views.find((view) => view.query === here);
  const isBuiltIn = builtIn.some((view) => tidyQuery(view.query) === here);
  useAnswer(fetcher, (answer) => {
    if (!answer.ok) {
      if (Object.keys(answer.fields).length === 0) toast.wrong(answer.error);
      return;
    }
    setAsking(null);
    if (answer.intent === "delete") void navigate(pathname, { preventScrollReset: true });
    toast.ok(
      answer.intent === "delete"
        ? t("views.deleted", { name: answer.name })
        : t(answer.intent === "save" ? "views.saved" : "views.renamed"),
    );
  });
  const tabs = [
    ...builtIn.map(({ label, query, count }) => ({
      to: `${pathname}${query === "" ? "" : `?${query}`}`,
      label,
      current: own === undefined && tidyQuery(query) === here,
      ...(count === undefined ? {} : { count }),
    })),
    ...views.map(({ id, name, query }) => ({ to: `${pathname}?${query}`, label: name, current: own?.id === id })),
  ];
  return (
    <div className="flex min-w-0 items-end gap-3 border-b border-line">
      <LinkTabs label={label} tabs={tabs} className="min-w-0 grow border-b-0" />
      {own === undefined && !isBuiltIn ? (
        <Button size="sm" variant="ghost" className="mb-1.5 shrink-0" icon={<BookmarkPlus aria-hidden />} onClick={() => setAsking("save")}>
          {t("views.save")}
        </Button>
      ) : null}
      {own === undefined ? null : <ViewMenu view={own} fetcher={fetcher} rename={() => setAsking("rename")} />}
      <Dialog
        open={asking !== null}
        onOpenChange={(isOpen) => setAsking((current) => (isOpen ? current : null))}
        title={t(asking === "rename" ? "views.rename" : "views.save")}
        size="sm"
      >
        <NameForm fetcher={fetcher} page={page} query={here} view={asking === "rename" ? own : undefined} />
      </Dialog>
    </div>
  );
}

type ViewMenuProps = { view: SavedView; fetcher: FetcherWithComponents<Answer>; rename: () => void };

function ViewMenu({ view, fetcher, rename }: ViewMenuProps) {
  const { t } = useTranslation("catalog");
  const trigger = (
    <Button
      size="icon-sm"
      variant="ghost"
      className="mb-1.5 shrink-0"
      aria-label={t("views.menu", { name: view.name })}
      icon={<MoreHorizontal aria-hidden />}
    />
  );
  return (
    <DropdownMenu trigger={trigger}>
      <MenuItem icon={<Pencil aria-hidden />} onSelect={rename}>
        {t("views.rename")}
      </MenuItem>
      <MenuItem
        danger
        icon={<Trash2 aria-hidden />}
        onSelect={() => void fetcher.submit({ intent: "delete", id: view.id, name: view.name }, { method: "post", action: "/views" })}
      >
        {t("views.delete")}
      </MenuItem>
    </DropdownMenu>
  );
}

type NameFormProps = { fetcher: FetcherWithComponents<Answer>; page: ViewPage; query: string; view: SavedView | undefined };

function NameForm({ fetcher, page, query, view }: NameFormProps) {
  const { t } = useTranslation(["catalog", "common"]);
  const fields = fetcher.data?.ok === false ? fetcher.data.fields : {};
  return (
    <fetcher.Form method="post" action="/views" noValidate className="grid gap-4">
      <input type="hidden" name="intent" value={view === undefined ? "save" : "rename"} />
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="query" value={query} />
      {view === undefined ? null : <input type="hidden" name="id" value={view.id} />}
      <Field
        label={t("views.name")}
        name="name"
        required
        description={view === undefined ? t("views.nameHint") : undefined}
        error={fields["name"]}
      >
        <Input maxLength={40} defaultValue={view?.name ?? ""} autoFocus autoComplete="off" />
      </Field>
      <Button type="submit" variant="primary" className="justify-self-end" loading={fetcher.state !== "idle"}>
        {t("save", { ns: "common" })}
      </Button>
    </fetcher.Form>
  );
}
