import type { Translate } from "#app/i18n/text-keys.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/components/ui/badge.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { FieldTable } from "./field-table.tsx";
import { CodeBlock, Prose } from "./prose.tsx";
import type { EndpointView } from "./reference.ts";

export function EndpointCard({ endpoint }: { endpoint: EndpointView }) {
  const { t } = useTranslation("docs");
  const { id, method, path, title, text, access, parameters, body, answer, errors, curl } = endpoint;
  return (
    <article id={id} aria-labelledby={`${id}-title`} className="scroll-mt-4 rounded border border-line bg-raised">
      <header className="border-b border-line px-4 py-3 sm:px-5">
        <h2 id={`${id}-title`} className="text-base font-semibold">
          <a href={`#${id}`} className="hover:underline">
            {title}
          </a>
        </h2>
        <p className="mt-1 font-mono text-sm break-all">
          <span className="font-semibold text-accent">{method}</span> {path}
        </p>
      </header>
      <div className="grid gap-5 px-4 py-4 sm:px-5">
        <div>
          <Prose text={text} className="text-base" />
          <p className="mt-2 flex flex-wrap items-center gap-2 text-muted">
            {t("endpoint.needs")}: <Access access={access} />
          </p>
        </div>
        <FieldTable title={t("endpoint.parameters")} rows={parameters} showRequired />
        <FieldTable title={t("endpoint.body")} rows={body} showRequired />
        <FieldTable title={`${t("endpoint.answer")} ${answer.status}: ${answerWords(answer, t)}`} rows={answer.fields} />
        {answer.kind === "file" ? (
          <p>
            <span className="label-caps">{`${t("endpoint.answer")} ${answer.status}:`}</span> {answerWords(answer, t)}
          </p>
        ) : null}
        {errors.length === 0 ? null : (
          <p className="flex flex-wrap gap-x-3 gap-y-1">
            <span className="text-muted">{t("endpoint.errors")}:</span>
            {errors.map((code) => (
              <a key={code} href={`/docs/api#${code}`} className="font-mono text-sm text-accent underline underline-offset-4">
                {code}
              </a>
            ))}
          </p>
        )}
        <CodeBlock code={curl} />
      </div>
    </article>
  );
}

function answerWords({ kind, name }: EndpointView["answer"], t: Translate<"docs">): string {
  if (kind === "file") return `${t("endpoint.file")}, ${name}`;
  return kind === "page" ? `${t("endpoint.pageOf")} ${name}` : name;
}

function Access({ access }: { access: EndpointView["access"] }) {
  const { t } = useTranslation("docs");
  if (access.kind === "anyone") return t("endpoint.anyone");
  const who =
    access.kind === "scope" ? <CodeTag value={access.scope} /> : t(access.isPersonal ? "endpoint.personalCaller" : "endpoint.caller");
  return (
    <>
      {who}
      {access.isPersonal ? (
        <span title={t("endpoint.personHint")}>
          <Badge>{t("endpoint.person")}</Badge>
        </span>
      ) : null}
    </>
  );
}
