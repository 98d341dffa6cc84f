import { Search } from "lucide-react";
import { Form, Link } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";

export function SearchConversations({ q, scope }: { q: string; scope: string }) {
  const { t } = useTranslation("chat");
  return (
    <search aria-label={t("search")}>
      <Form className="flex flex-wrap items-center gap-2">
        {scope === "all" ? null : <input type="hidden" name="scope" value={scope} />}
        <Input
          key={q}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={200}
          aria-label={t("searchLabel")}
          placeholder={t("searchLabel")}
          className="max-w-96 grow"
        />
        <Button type="submit" icon={<Search aria-hidden />}>
          {t("searchButton")}
        </Button>
        {q === "" ? null : (
          <Link to={scope === "all" ? "/chat" : `/chat?scope=${scope}`} className="text-accent underline underline-offset-4">
            {t("clear")}
          </Link>
        )}
      </Form>
    </search>
  );
}
