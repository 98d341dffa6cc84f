import type { ReactNode } from "react";
import { PublicLayout } from "#app/components/shell/public-layout.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { DocsNavigation } from "./docs-navigation.tsx";
import { Prose } from "./prose.tsx";
import type { AreaOutline } from "./reference.ts";

type DocsFrameProps = {
  areas: readonly AreaOutline[];
  /** The area that is read; none on the page that leads to all. */
  current?: string;
  title: string;
  lead: string;
  children: ReactNode;
};

/** What every page of the reference has around it: contents of all of them, a title and where the contract is as a file. */
export function DocsFrame({ areas, current, title, lead, children }: DocsFrameProps) {
  const { t } = useTranslation("docs");
  return (
    <PublicLayout links={[{ to: "/docs/api", label: t("title") }]}>
      <div className="mx-auto grid max-w-6xl gap-x-12 gap-y-8 px-4 py-10 grid-cols-[minmax(0,1fr)] sm:px-6 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <DocsNavigation areas={areas} current={current} />
        <div className="grid min-w-0 content-start gap-10">
          <header>
            <h1 className="ledger-rule pb-4 text-2xl font-semibold tracking-tight">{title}</h1>
            <Prose text={lead} className="mt-4 max-w-prose text-base" />
            <a href="/openapi.json" className="mt-3 inline-block text-base text-accent underline underline-offset-4">
              {t("openapi")}
            </a>
          </header>
          {children}
        </div>
      </div>
    </PublicLayout>
  );
}
