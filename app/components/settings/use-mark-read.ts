import { useTranslation } from "#app/i18n/use-translation.ts";
import { useSubmit } from "react-router";
import { toast } from "#app/components/ui/toast.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { useAnswer } from "./use-answer.ts";

type MarkAnswer = { ok: true; ids: string[]; isRead: boolean } | FormProblem;
type Asked = { state: "idle" | "loading" | "submitting"; data: MarkAnswer | undefined };

/** Says what was marked and offers to take it back. */
export function useMarkRead(fetcher: Asked, describe: (ids: string[], isRead: boolean) => string): void {
  const { t } = useTranslation("common");
  const submit = useSubmit();
  useAnswer(fetcher, (answer) => {
    if (!answer.ok) {
      toast.wrong(answer.error);
      return;
    }
    const { ids, isRead } = answer;
    function undo() {
      const form = new FormData();
      form.set("isRead", isRead ? "0" : "1");
      for (const id of ids) form.append("ids", id);
      void submit(form, { method: "post", action: "/notifications", navigate: false });
    }
    toast.ok(describe(ids, isRead), ids.length > 0 ? { action: { label: t("undo"), onPress: undo } } : {});
  });
}
