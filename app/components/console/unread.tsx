import { Button } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** In place of a part of the page that was asked for and did not come. */
export function Unread({ again }: { again: () => void }) {
  const { t } = useTranslation(["shell", "errors"]);
  return <EmptyState title={t("unanswered.unread")} action={<Button onClick={again}>{t("retry", { ns: "errors" })}</Button>} />;
}
