import { useSearchParams } from "react-router";
import { cursorHref } from "#app/components/settings/cursor-href.ts";
import { CardFooter } from "#app/components/ui/card.tsx";
import { Pagination } from "#app/components/ui/pagination.tsx";

/** On, and back to the newest; nothing where everything is on one page. `name`: of the cursor, on pages with several lists. */
export function ListFooter({ nextCursor, name = "cursor" }: { nextCursor: string | null; name?: string }) {
  const [query] = useSearchParams();
  const isFirstPage = !query.has(name);
  if (isFirstPage && nextCursor === null) return null;
  return (
    <CardFooter className="block">
      <Pagination
        previousTo={isFirstPage ? undefined : cursorHref(query, name, null)}
        previousIsFirst
        nextTo={nextCursor === null ? undefined : cursorHref(query, name, nextCursor)}
      />
    </CardFooter>
  );
}
