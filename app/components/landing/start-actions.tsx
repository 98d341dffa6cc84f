import { ArrowRight } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Form, Link, useNavigation } from "react-router";
import { Button, LinkButton } from "#app/components/ui/button.tsx";

/** One primary action: the demo where there is one, else a workspace. The demo is a plain form, so it works without scripts. */
export function StartActions({ hasDemo }: { hasDemo: boolean }) {
  const { t } = useTranslation("landing");
  const isEntering = useNavigation().formAction === "/demo";
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-3">
        {hasDemo ? (
          <Form method="post" action="/demo" className="max-sm:w-full">
            <Button
              type="submit"
              variant="primary"
              size="lg"
              loading={isEntering}
              icon={<ArrowRight aria-hidden />}
              className="flex-row-reverse max-sm:w-full"
            >
              {t("start.demo")}
            </Button>
          </Form>
        ) : null}
        <LinkButton to="/signup" variant={hasDemo ? "secondary" : "primary"} size="lg" className="max-sm:w-full">
          {t("start.signUp")}
        </LinkButton>
      </div>
      <p className="max-w-prose text-muted">
        {hasDemo ? `${t("start.demoHint")} ` : null}
        {t("start.haveAccount")}{" "}
        <Link to="/login" className="whitespace-nowrap text-accent underline underline-offset-4">
          {t("start.signIn")}
        </Link>
      </p>
    </div>
  );
}
