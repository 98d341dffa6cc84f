import { useSearchParams } from "react-router";
import { cursorHref } from "#app/components/settings/cursor-href.ts";
import { CardFooter } from "#app/components/ui/card.tsx";
import { Pagination } from "#app/components/ui/pagination.tsx";

/** On, and back to the newest; nothing where everything is on one page. */
export function ListFooter({ nextCursor }: { nextCursor: string | null }) {
  const [query] = useSearchParams();
  const isFirstPage = !query.has("cursor");
  if (isFirstPage && nextCursor === null) return null;
  return (
    <CardFooter className="block">
      <Pagination
        previousTo={isFirstPage ? undefined : cursorHref(query, "cursor", null)}
        previousIsFirst
        nextTo={nextCursor === null ? undefined : cursorHref(query, "cursor", nextCursor)}
      />
    </CardFooter>
  );
}
