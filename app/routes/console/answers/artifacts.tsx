import { Form, Link, useSearchParams } from "react-router";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { VisibilityBadge } from "#app/components/dashboards/visibility-badge.tsx";
import { Badge } from "#app/components/ui/badge.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { artifactKinds } from "#app/domain/artifacts/kinds.ts";
import { listArtifacts } from "#app/domain/artifacts/list-artifacts.server.ts";
import { restoreArtifact } from "#app/domain/artifacts/remove-artifact.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/artifacts.ts";

export const handle = { i18n: ["dashboards"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 25;
const longestSearch = 100;

/** Whatever is in the address that no filter knows is left out, so that an old link still shows the list. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "chat:read");
  const query = new URL(args.request.url).searchParams;
  const kind = artifactKinds.find((one) => one === query.get("kind"));
  const search = (query.get("search") ?? "").slice(0, longestSearch);
  const cursor = query.get("cursor") ?? undefined;
  const page = await orErrorPage(listArtifacts(ctx, { search, kind, cursor, limit: pageSize }));
  return { title: await pageTitle(args.context, "dashboards", "artifact.title"), ...page, kind, search };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "chat:write");
  const { id } = await formFields(args.request, "id");
  return tryVerb(args.context, async () => {
    await restoreArtifact(ctx, { id });
    return { ok: true as const };
  });
}

export default function Artifacts({ loaderData: { data, nextCursor, kind, search } }: Route.ComponentProps) {
  useChanges("answers");
  const { t } = useTranslation("dashboards");
  const [query] = useSearchParams();
  const isFirstPage = !query.has("cursor");
  const isFiltered = kind !== undefined || search !== "";
  const count = data.length;
  const state = nextCursor === null && isFirstPage ? t("artifact.state", { count }) : t("artifact.stateMore", { count });
  return (
    <>
      <PageHeader title={t("artifact.title")} {...(count === 0 ? {} : { state })} />
      <Card>
        {count > 0 || isFiltered ? (
          <Form className="flex flex-wrap items-end gap-3 border-b border-line px-5 py-4">
            <Field label={t("artifact.search")} name="search" className="min-w-52 grow">
              <Input type="search" maxLength={longestSearch} defaultValue={search} />
            </Field>
            <Field label={t("artifact.kind")} name="kind" className="w-40">
              <NativeSelect
                defaultValue={kind ?? ""}
                options={[
                  { value: "", label: t("artifact.everyKind") },
                  ...artifactKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
                ]}
              />
            </Field>
            <Button type="submit">{t("artifact.show")}</Button>
          </Form>
        ) : null}
        {count === 0 ? (
          <EmptyState
            title={t(isFiltered ? "artifact.none" : "artifact.empty")}
            action={isFiltered ? <LinkButton to="/artifacts">{t("artifact.clear")}</LinkButton> : null}
          >
            {t(isFiltered ? "artifact.noneText" : "artifact.emptyText")}
          </EmptyState>
        ) : (
          <ul aria-label={t("artifact.list")}>
            {data.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-5 py-4 last:border-b-0">
                <Link
                  to={`/artifacts/${one.id}`}
                  className="min-w-0 text-base font-semibold wrap-anywhere underline decoration-1 underline-offset-4"
                >
                  <bdi>{one.title}</bdi>
                </Link>
                <Badge>{t(`kinds.${one.kind}`)}</Badge>
                <VisibilityBadge visibility={one.visibility} />
                <span className="ml-auto text-sm text-muted">
                  <bdi>{one.createdBy}</bdi> · <RelativeTime ms={one.keptAt} />
                </span>
              </li>
            ))}
          </ul>
        )}
        <ListFooter nextCursor={nextCursor} />
      </Card>
    </>
  );
}
