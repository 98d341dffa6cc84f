import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";

export const guideSections = ["start", "auth", "errors", "idempotency", "paging", "limits", "mcp", "a2a", "webhooks"] as const;

export function GuideSection({ id, children }: { id: (typeof guideSections)[number]; children: ReactNode }) {
  const { t } = useTranslation("docs");
  return (
    <section aria-labelledby={id} className="grid gap-4">
      <h2 id={id} className="scroll-mt-4 border-b border-line pb-2 text-lg font-semibold">
        {t(`sections.${id}`)}
      </h2>
      {children}
    </section>
  );
}
