import { foldText } from "../../text/normalise.ts";

const mostSigns = 60;

/** A name that every system of files takes. */
export function fileName(title: string): string {
  const plain = foldText(title)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, mostSigns);
  return plain === "" ? "answers" : plain;
}
