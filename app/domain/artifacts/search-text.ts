import { foldText } from "../text/normalise.ts";

export function searchTextOf(title: string, note: string): string {
  return foldText(`${title}\n${note}`);
}
