import { Footprints } from "lucide-react";
import { useConsole } from "#app/components/console/use-console.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** From a product to what happened around it, for those who may see it. */
export function ShoppersLink({ productId }: { productId: string }) {
  const { t } = useTranslation("shoppers");
  if (!useConsole().actions.includes("shoppers:read")) return null;
  return (
    <LinkButton to={`/catalog/${productId}/shoppers`} size="sm" icon={<Footprints aria-hidden />}>
      {t("product.link")}
    </LinkButton>
  );
}
