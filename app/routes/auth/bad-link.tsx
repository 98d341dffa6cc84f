import { useTranslation } from "#app/i18n/use-translation.ts";
import { AuthLayout } from "#app/components/shell/auth-layout.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";

/** Used, expired, forged and foreign links all end here: one clear message and a way on. */
export function BadLink({ againTo }: { againTo?: string }) {
  const { t } = useTranslation("auth");
  return (
    <AuthLayout title={t("badLink.title")} description={t("badLink.description")}>
      <div className="flex flex-wrap gap-3">
        {againTo ? (
          <LinkButton to={againTo} variant="primary">
            {t("badLink.again")}
          </LinkButton>
        ) : null}
        <LinkButton to="/login">{t("badLink.signIn")}</LinkButton>
      </div>
    </AuthLayout>
  );
}
