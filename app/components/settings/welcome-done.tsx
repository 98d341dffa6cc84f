import { Store, UserPlus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import type { WorkspaceValues } from "./workspace-form.tsx";

/** What comes next, in the order that helps most. */
export function WelcomeDone({ workspace }: { workspace: WorkspaceValues }) {
  const { t } = useTranslation("settings");
  const zone = workspace.timeZone.replaceAll("_", " ");
  return (
    <div className="grid gap-5">
      <p className="text-base text-muted">{t("welcome.done.text", { zone, currency: workspace.currency })}</p>
      <NextStep
        icon={<Store aria-hidden className="size-5 text-accent" />}
        title={t("welcome.done.channelTitle")}
        action={
          <LinkButton to="/channels" variant="primary">
            {t("welcome.done.channelGo")}
          </LinkButton>
        }
      >
        {t("welcome.done.channelText")}
      </NextStep>
      <NextStep
        icon={<UserPlus aria-hidden className="size-5 text-accent" />}
        title={t("welcome.done.teamTitle")}
        action={<LinkButton to="/settings/team?invite=1">{t("welcome.done.teamGo")}</LinkButton>}
      >
        {t("welcome.done.teamText")}
      </NextStep>
      <div>
        <LinkButton to="/overview" variant="ghost">
          {t("welcome.done.overviewGo")}
        </LinkButton>
      </div>
    </div>
  );
}

function NextStep({ icon, title, action, children }: { icon: ReactNode; title: string; action: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-3 rounded border border-line bg-raised p-5">
      <h2 className="flex items-center gap-2.5 text-base font-semibold">
        {icon}
        {title}
      </h2>
      <p className="text-muted">{children}</p>
      <div>{action}</div>
    </section>
  );
}
