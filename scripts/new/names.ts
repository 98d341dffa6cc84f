/** One name in all the spellings a template may need. */
export type Spellings = { kebab: string; camel: string; pascal: string; upper: string; words: string; title: string; snake: string };

const namePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export function spell(name: string): Spellings {
  if (!namePattern.test(name))
    throw new NameError(`"${name}" is not a name: use lower-case words joined by hyphens, for example cancel-order`);
  const words = name.split("-");
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return {
    kebab: name,
    pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    upper: words.join("_").toUpperCase(),
    words: words.join(" "),
    title: (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll("-", " "),
    snake: words.join("_"),
  };
}

export class NameError extends Error {
  override name = "NameError";
}

/** Replaces `%area%`, `%areaCamel%`, `%areaPascal%` and so on, for every given name. */
export function fill(template: string, names: Record<string, Spellings>): string {
  return template.replaceAll(/%([a-z]+)(Camel|Pascal|Upper|Words|Title|Snake)?%/g, (token, name: string, spelling: string | undefined) => {
    const found = names[name];
    if (found === undefined) throw new Error(`the template asks for ${token}, which was not given`);
    return found[spelling === undefined ? "kebab" : (spelling.toLowerCase() as keyof Spellings)];
  });
}
