import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { languageOptions } from "#app/components/shell/preference-options.ts";
import { Card, CardBody, CardFooter } from "#app/components/ui/card.tsx";
import { DateTime } from "#app/components/ui/time.tsx";
import type { WorkspaceValues } from "./workspace-form.tsx";

/** What those see who may not change it. */
export function WorkspaceFacts({ workspace, createdAt }: { workspace: WorkspaceValues; createdAt: number }) {
  const { t } = useTranslation("settings");
  const language = languageOptions.find((option) => option.value === workspace.locale)?.label ?? workspace.locale;
  return (
    <Card>
      <CardBody>
        <dl className="grid gap-5 sm:grid-cols-2">
          <Fact label={t("workspace.name")}>{workspace.name}</Fact>
          <Fact label={t("workspace.language")}>{language}</Fact>
          <Fact label={t("workspace.timeZone")}>{workspace.timeZone.replaceAll("_", " ")}</Fact>
          <Fact label={t("workspace.currency")}>{workspace.currency}</Fact>
          <Fact label={t("workspace.created")}>
            <DateTime ms={createdAt} show="date" />
          </Fact>
        </dl>
      </CardBody>
      <CardFooter className="justify-start text-muted">
        <Lock aria-hidden className="size-4 shrink-0" />
        {t("workspace.readOnly")}
      </CardFooter>
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-faint">{label}</dt>
      <dd className="text-base font-semibold break-words">{children}</dd>
    </div>
  );
}
