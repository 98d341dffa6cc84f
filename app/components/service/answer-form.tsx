import { Send } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FetcherWithComponents } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Textarea } from "#app/components/ui/textarea.tsx";
import type { FormProblem } from "#app/domain/errors.ts";
import { answerMaxChars } from "#app/domain/service/policy.ts";
import type { Question } from "#app/domain/service/list-questions.server.ts";

export type AnswerSent = { ok: true; id: string };
type AnswerFormProps = { question: Question; sending: FetcherWithComponents<AnswerSent | FormProblem> };

const warnBelow = 200;

/** What was typed stays when the marketplace refuses it. */
export function AnswerForm({ question, sending }: AnswerFormProps) {
  const { t } = useTranslation("service");
  const [text, setText] = useState("");
  const left = answerMaxChars - text.length;
  const problem = sending.data?.ok === false ? sending.data : undefined;
  const fieldError = problem?.fields["text"];
  return (
    <sending.Form method="post" className="grid gap-2">
      <input type="hidden" name="id" value={question.id} />
      {problem && fieldError === undefined ? <InlineAlert tone="wrong" title={problem.error} /> : null}
      <Field label={t("questions.answerLabel", { question: question.text })} hideLabel error={fieldError}>
        <Textarea
          name="text"
          rows={2}
          className="min-h-14"
          required
          maxLength={answerMaxChars}
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t("questions.placeholder")}
        />
      </Field>
      <div className="flex flex-wrap items-center justify-end gap-3">
        {left < warnBelow ? <output className="text-sm text-muted">{t("questions.left", { count: left })}</output> : null}
        <Button type="submit" variant="primary" size="sm" icon={<Send aria-hidden />} loading={sending.state !== "idle"}>
          {t("questions.send")}
        </Button>
      </div>
    </sending.Form>
  );
}
