import { useSearchParams } from "react-router";
import { cursorHref } from "#app/components/settings/cursor-href.ts";
import { CardFooter } from "#app/components/ui/card.tsx";
import { Pagination } from "#app/components/ui/pagination.tsx";

/** `name`: of the cursor, on pages with several lists. `isBare`: under a list that is in no card. */
type ListFooterProps = { nextCursor: string | null; name?: string; isBare?: boolean };

/** On, and back to the newest; nothing where everything is on one page. */
export function ListFooter({ nextCursor, name = "cursor", isBare = false }: ListFooterProps) {
  const [query] = useSearchParams();
  const isFirstPage = !query.has(name);
  if (isFirstPage && nextCursor === null) return null;
  const pagination = (
    <Pagination
      previousTo={isFirstPage ? undefined : cursorHref(query, name, null)}
      previousIsFirst
      nextTo={nextCursor === null ? undefined : cursorHref(query, name, nextCursor)}
    />
  );
  return isBare ? pagination : <CardFooter className="block">{pagination}</CardFooter>;
}
