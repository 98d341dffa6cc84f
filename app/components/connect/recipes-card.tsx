import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { CopyButton } from "#app/components/ui/copy-button.tsx";
import { type RecipeName, recipeFor, recipeNames } from "./recipes.ts";

/** How each program is told of the server: closed until somebody looks for theirs. */
export function RecipesCard({ url }: { url: string }) {
  const { t } = useTranslation("connect");
  return (
    <Card>
      <CardHeader title={t("recipes.title")} description={t("recipes.text")} />
      {recipeNames.map((name, index) => (
        <Recipe key={name} name={name} url={url} isOpen={index === 0} />
      ))}
    </Card>
  );
}

function Recipe({ name, url, isOpen }: { name: RecipeName; url: string; isOpen: boolean }) {
  const { t } = useTranslation("connect");
  const label = t(`recipes.${name}.name`);
  const recipe = recipeFor(name, url, { placeholder: t("recipes.placeholder"), keyPrompt: t("recipes.keyPrompt") });
  return (
    <details open={isOpen} className="border-b border-line last:border-b-0">
      <summary className="cursor-pointer px-5 py-3.5 font-semibold hover:bg-sunken">{label}</summary>
      <div className="grid gap-3 px-5 pb-5">
        <p className="text-sm text-muted">{t(`recipes.${name}.where`)}</p>
        {/* Long lines wrap: a box that scrolls sideways hides where the key goes. */}
        <pre className="rounded border border-line bg-sunken px-3 py-2.5 font-mono text-sm wrap-anywhere whitespace-pre-wrap select-all">
          {recipe}
        </pre>
        <CopyButton value={recipe} label={t("recipes.copy", { name: label })} className="w-fit" />
      </div>
    </details>
  );
}
