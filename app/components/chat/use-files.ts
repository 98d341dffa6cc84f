import { useState } from "react";
import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { maxFileBytes } from "#app/domain/conversations/limits.ts";
import type { Attachment } from "#app/domain/conversations/parts.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Files } from "./composer.tsx";

type Answer = { ok: true; file: Attachment } | FormProblem;

/** What is attached to the question that is being written. */
export function useFiles(conversationId: string): Files & { clear: () => void } {
  const { t } = useTranslation("chat");
  const [attached, setAttached] = useState<readonly Attachment[]>([]);
  const [error, setError] = useState<string>();
  const sending = useFetcher<Answer>();
  useAnswer(sending, (answer) => {
    if (answer.ok) setAttached((known) => [...known, answer.file]);
    else setError(answer.fields["content"] ?? answer.fields["name"] ?? answer.error);
  });
  return {
    attached,
    error,
    isBusy: sending.state !== "idle",
    add(file) {
      setError(undefined);
      if (file.size > maxFileBytes) {
        setError(t("composer.tooLarge"));
        return;
      }
      const form = new FormData();
      form.set("file", file);
      void sending.submit(form, { method: "post", action: `/chat/${conversationId}/files`, encType: "multipart/form-data" });
    },
    remove: (id) => setAttached((known) => known.filter((one) => one.id !== id)),
    clear: () => setAttached([]),
  };
}
