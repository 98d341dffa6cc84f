import { useEffect, useRef } from "react";
import { useNavigation, useSearchParams } from "react-router";

/**
 * The row whose sheet is open: the one in the address, or in the address we are going to, so that nobody waits for the server.
 * The sheet knows no trigger: closed, it leaves the reader at the row it showed.
 */
export function useOpenedRow(pathname: string, param: string): string | null {
  const [query] = useSearchParams();
  const { location } = useNavigation();
  const coming = location?.pathname === pathname ? new URLSearchParams(location.search) : query;
  const openedId = coming.get(param);
  const shown = useRef(openedId);
  useEffect(() => {
    const left = shown.current;
    shown.current = openedId;
    if (left !== null && openedId === null) document.querySelector<HTMLElement>(`tbody a[href*="${CSS.escape(left)}"]`)?.focus();
  }, [openedId]);
  return openedId;
}
