import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Textarea } from "#app/components/ui/textarea.tsx";
import { maxQuestionChars } from "#app/domain/conversations/limits.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type Props = { question: string; onAsk: (question: string) => void; onCancel: () => void };

/** A question in other words: the first one and its answer stay beside it. */
export function EditQuestion({ question, onAsk, onCancel }: Props) {
  const { t } = useTranslation(["chat", "common"]);
  const [words, setWords] = useState(question);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(question.length, question.length);
  }, [question.length]);
  const asked = words.trim();
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") {
      // Meant for these words, and not for an answer that is under way.
      event.preventDefault();
      onCancel();
    }
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (asked !== "") onAsk(asked);
  }
  return (
    <form
      className="grid w-full max-w-176 gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (asked !== "") onAsk(asked);
      }}
    >
      <Textarea
        ref={field}
        rows={3}
        aria-label={t("turn.editLabel")}
        value={words}
        maxLength={maxQuestionChars}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={onCancel}>
          {t("cancel", { ns: "common" })}
        </Button>
        <Button size="sm" type="submit" variant="primary" disabled={asked === ""}>
          {t("turn.askAgain")}
        </Button>
      </div>
    </form>
  );
}
