import type { ReactNode } from "react";
import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { AgentAnswer } from "./agent-acts.tsx";

type AgentFormProps = {
  intent: "leaves" | "limits" | "settings";
  title: string;
  text: string;
  save: string;
  mayWrite: boolean;
  children: (errors: Readonly<Record<string, string>>) => ReactNode;
};

/** A part of how an agent is set up. Whoever may not change it reads the same. */
export function AgentForm({ intent, title, text, save, mayWrite, children }: AgentFormProps) {
  const { t } = useTranslation("automation");
  const fetcher = useFetcher<AgentAnswer>();
  useAnswer(fetcher, (answer) => {
    if (answer.ok) toast.ok(t("acts.told.saved"));
  });
  const answer = fetcher.data;
  const errors = answer?.ok === false ? (answer.fields ?? {}) : {};
  return (
    <Card>
      <CardHeader title={title} description={text} />
      <fetcher.Form method="post" noValidate>
        <input type="hidden" name="intent" value={intent} />
        <CardBody>
          <fieldset disabled={!mayWrite} className="grid gap-5">
            <legend className="sr-only">{title}</legend>
            {answer?.ok === false ? <InlineAlert tone="wrong" title={answer.error} /> : null}
            {children(errors)}
          </fieldset>
        </CardBody>
        {mayWrite ? (
          <CardFooter>
            <Button type="submit" loading={fetcher.state !== "idle"}>
              {save}
            </Button>
          </CardFooter>
        ) : null}
      </fetcher.Form>
    </Card>
  );
}
