import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { LinkButton } from "#app/components/ui/button.tsx";
import { LanguageSwitch, ThemeSwitch } from "./preference-switches.tsx";
import { Wordmark } from "./wordmark.tsx";

export type PublicLayoutProps = {
  links?: readonly { to: string; label: string }[];
  signInTo?: string;
  signUpTo?: string;
  children: ReactNode;
};

const noLinks: NonNullable<PublicLayoutProps["links"]> = [];

export function PublicLayout({ links = noLinks, signInTo = "/login", signUpTo = "/signup", children }: PublicLayoutProps) {
  const { t } = useTranslation("shell");
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-b border-line">
        <div className="mx-auto flex h-16 max-w-6xl items-center gap-4 px-4 sm:px-6">
          <Link to="/" className="rounded-sm">
            <Wordmark className="h-7" />
          </Link>
          <nav aria-label={t("public.navigation")} className="ml-auto flex items-center gap-2">
            {links.map((link) => (
              <Link key={link.to} to={link.to} className="hidden px-2 text-muted hover:text-ink hover:underline sm:block">
                {link.label}
              </Link>
            ))}
            <LinkButton to={signInTo} variant="ghost">
              {t("public.signIn")}
            </LinkButton>
            <LinkButton to={signUpTo} variant="primary" className="max-sm:hidden">
              {t("public.signUp")}
            </LinkButton>
          </nav>
        </div>
      </header>
      <main id="content" className="grow">
        {children}
      </main>
      <footer className="border-t border-line bg-sunken">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-4 px-4 py-6 sm:px-6">
          <p className="grow text-muted">{t("public.footer")}</p>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </footer>
    </div>
  );
}
