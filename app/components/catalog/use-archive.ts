import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FetcherWithComponents } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { toast } from "#app/components/ui/toast.ts";
import type { FormProblem } from "#app/domain/errors.ts";

export type ArchiveAnswer = { ok: true; ids: string[]; isArchived: boolean } | FormProblem;

/** Archiving says what went, and takes it back for as long as the message stands. */
export function useArchive(fetcher: FetcherWithComponents<ArchiveAnswer>): (ids: readonly string[], isArchived: boolean) => void {
  const { t } = useTranslation("catalog");
  function archive(ids: readonly string[], isArchived: boolean): void {
    const form = new FormData();
    form.set("intent", isArchived ? "archive" : "restore");
    for (const id of ids) form.append("ids", id);
    void fetcher.submit(form, { method: "post", action: "/catalog" });
  }
  useAnswer(fetcher, (answer) => {
    if (!answer.ok) {
      toast.wrong(answer.error);
      return;
    }
    if (answer.ids.length === 0) return;
    const said = t(answer.isArchived ? "archivedToast" : "restoredToast", { count: answer.ids.length });
    toast.ok(said, { action: { label: t("undo"), onPress: () => archive(answer.ids, !answer.isArchived) } });
  });
  return archive;
}
