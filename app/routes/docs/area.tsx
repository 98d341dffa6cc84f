import { data } from "react-router";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { PlainHandle } from "#app/routes/plain-page.ts";
import { pageCard } from "#app/routes/public/page-card.ts";
import { DocsFrame } from "./docs-frame.tsx";
import { EndpointCard } from "./endpoint-card.tsx";
import { readReference } from "./read-reference.server.ts";
import { endpointsOf } from "./reference.ts";
import type { Route } from "./+types/area.ts";

export const handle = { i18n: ["docs"], isPlain: true } satisfies I18nHandle & PlainHandle;
export const meta: Route.MetaFunction = ({ loaderData }) =>
  loaderData === undefined ? [{ title: "Entrepot" }] : pageCard(loaderData.card);
export const headers: Route.HeadersFunction = () => ({ vary: "accept-language, cookie" });

export async function loader({ context, params }: Route.LoaderArgs) {
  const { origin, locale, t, document, areas } = await readReference(context);
  const area = areas.find(({ tag }) => tag === params.area);
  if (area === undefined) throw data({ code: "not_found", title: await pageTitle(context, "errors", "notFound.title") }, { status: 404 });
  const card = { title: `${area.title} · ${t("metaTitle")}`, description: area.text, origin, path: `/docs/api/${area.tag}`, locale };
  return { area, areas, endpoints: endpointsOf(document, origin, area.tag), card };
}

export default function ApiArea({ loaderData: { area, areas, endpoints } }: Route.ComponentProps) {
  return (
    <DocsFrame areas={areas} current={area.tag} title={area.title} lead={area.text}>
      <div className="grid gap-4">
        {endpoints.map((endpoint) => (
          <EndpointCard key={endpoint.id} endpoint={endpoint} />
        ))}
      </div>
    </DocsFrame>
  );
}
