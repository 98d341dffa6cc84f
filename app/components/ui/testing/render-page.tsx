import { cleanup, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { createRoutesStub } from "react-router";
import { afterEach } from "vitest";
import { createServerI18n } from "#app/i18n/server-i18n.server.ts";

afterEach(cleanup);

type Page = { at?: string; /** What a form posted to this page is answered. */ action?: (fields: Record<string, string>) => unknown };

/** Renders in English inside a router, as a page would; the answer tells where one is now. */
export async function renderPage(content: ReactNode, { at = "/list", action }: Page = {}) {
  const i18n = await createServerI18n("en");
  const visited: string[] = [];
  const Stub = createRoutesStub([
    {
      path: "*",
      Component: () => content,
      loader: ({ request }) => {
        const { pathname, search } = new URL(request.url);
        visited.push(pathname + search);
        return null;
      },
      HydrateFallback: () => null,
      action: async ({ request }) =>
        action?.(
          Object.fromEntries(
            [...(await request.formData())].map(([name, value]) => [name, typeof value === "string" ? value : value.name]),
          ),
        ) ?? null,
    },
  ]);
  const view = render(
    <I18nextProvider i18n={i18n}>
      <Stub initialEntries={[at]} />
    </I18nextProvider>,
  );
  return { ...view, currentAddress: () => visited.at(-1) };
}
