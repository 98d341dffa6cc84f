import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";

/** What a tablet draws: its own screens, and the little that every page of the product brings along. */
const sources = ["app/components/floor/**/*.tsx", "app/components/shell/route-error.tsx", "app/components/ui/{code-tag,spinner}.tsx"];

/** The files of the icons that these sources import, by the name of the file: an icon has several names. */
export function iconFilesOf(sourceTexts: readonly string[], listOfIcons: string): ReadonlySet<string> {
  const names = new Set(
    sourceTexts.flatMap((text) =>
      [...text.matchAll(/import \{([^}]*)\} from "lucide-react"/g)].flatMap(([, list = ""]) => list.split(",").map(withoutType)),
    ),
  );
  const files = [...listOfIcons.matchAll(/export \{([^}]*)\} from '\.\/icons\/([^']+)'/g)].filter(([, list = ""]) =>
    list.split(",").some((one) => names.has(one.replace(/^.* as /, "").trim())),
  );
  return new Set(files.flatMap(([, , file]) => file ?? []));
}

const withoutType = (name: string) => name.replace(/\btype /, "").trim();

/** Apart from the icons of the console, of which a tablet on a slow line would load eighty to draw twenty. */
export function isFloorIcon(): (moduleId: string) => boolean {
  const texts = globSync(sources).map((path) => readFileSync(path, "utf8"));
  const files = iconFilesOf(texts, readFileSync("node_modules/lucide-react/dist/esm/lucide-react.mjs", "utf8"));
  return (moduleId) => /lucide-react\/dist\/esm\/icons\//.test(moduleId) && files.has(basename(moduleId));
}
