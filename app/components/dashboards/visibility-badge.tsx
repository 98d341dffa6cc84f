import { Lock, Users } from "lucide-react";
import { Badge } from "#app/components/ui/badge.tsx";
import type { Visibility } from "#app/domain/artifacts/kinds.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

export function VisibilityBadge({ visibility }: { visibility: Visibility }) {
  const { t } = useTranslation("dashboards");
  const Icon = visibility === "private" ? Lock : Users;
  return <Badge icon={<Icon aria-hidden />}>{t(`visibility.${visibility}`)}</Badge>;
}
