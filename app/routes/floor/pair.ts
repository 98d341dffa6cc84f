import { redirect } from "react-router";
import { floorWithCode } from "#app/domain/floor/pairing-link.ts";
import type { Route } from "./+types/pair.ts";

/** Where the QR code of a new tablet leads: to the floor's own page, with the code filled in. Opening it spends nothing. */
export function loader({ request }: Route.LoaderArgs) {
  return redirect(floorWithCode(new URL(request.url).searchParams.get("code") ?? ""));
}
