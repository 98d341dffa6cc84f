import { PageHeader } from "#app/components/ui/page-header.tsx";
import { readTableState } from "#app/components/ui/data-table/table-url.ts";
import type { Route } from "./+types/ui.ts";
import { ButtonsSection } from "./ui/buttons-section.tsx";
import { ChartsSection } from "./ui/charts-section.tsx";
import { type DemoListing, makeListings } from "./ui/demo-data.ts";
import { FeedbackSection } from "./ui/feedback-section.tsx";
import { FormsSection } from "./ui/forms-section.tsx";
import { Frame, type FrameName } from "./ui/frames.tsx";
import { GalleryShell } from "./ui/gallery-shell.tsx";
import { OverlaysSection } from "./ui/overlays-section.tsx";
import { TableSection } from "./ui/table-section.tsx";
import { TokensSection } from "./ui/tokens-section.tsx";

const frames: readonly FrameName[] = ["auth", "public", "error"];
const sortValues: Record<string, (row: DemoListing) => number | string> = {
  title: (row) => row.title,
  price: (row) => row.priceCents,
  stock: (row) => row.stock,
};

export function loader({ request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const nowMs = Date.now();
  const all = makeListings(nowMs);
  const frame = frames.find((name) => name === searchParams.get("frame"));
  const rows = applyState(all, searchParams);
  return { nowMs, frame, total: rows.length, rows };
}

function applyState(rows: DemoListing[], params: URLSearchParams): DemoListing[] {
  const { sort, query, filters } = readTableState(params, { sortable: Object.keys(sortValues), filterKeys: ["status"] });
  const chosen = filters["status"] ?? [];
  const kept = rows.filter(
    (row) => row.title.toLowerCase().includes(query.toLowerCase()) && (chosen.length === 0 || chosen.includes(row.status)),
  );
  const readValue = sort && sortValues[sort.column];
  if (!readValue) return kept;
  const sign = sort.isDescending ? -1 : 1;
  return kept.toSorted((a, b) => (readValue(a) < readValue(b) ? -sign : sign));
}

export const meta: Route.MetaFunction = () => [{ title: "Components · Entrepot" }];

/** Every component in every state, to look at and to test; exists only locally. */
export default function ComponentGallery({ loaderData }: Route.ComponentProps) {
  const { nowMs, frame, rows, total } = loaderData;
  if (frame) return <Frame name={frame} />;
  return (
    <GalleryShell nowMs={nowMs}>
      <PageHeader title="Components" state="Every component in every state, in both themes." />
      <TokensSection />
      <ButtonsSection />
      <FeedbackSection nowMs={nowMs} />
      <TableSection rows={rows} total={total} />
      <FormsSection />
      <OverlaysSection />
      <ChartsSection />
    </GalleryShell>
  );
}
