import type { en } from "./en/resources.ts";
import type { Namespace } from "./namespaces.ts";

type Texts = typeof en;

/** A text in several grammatical numbers is asked for by one key and a count. */
type WithoutNumber<Key extends string> = Key extends `${infer Base}_${"zero" | "one" | "other"}` ? Base : Key;

type Keys<Tree, Path extends string = ""> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? `${Path}${WithoutNumber<Key>}` : Keys<Tree[Key], `${Path}${Key}.`>;
}[keyof Tree & string];

type AllKeys = { [Ns in Namespace]: Keys<Texts[Ns]> };
export type TextKey<Ns extends Namespace> = AllKeys[Ns];

type At<Tree, Path extends string> = Path extends keyof Tree
  ? Tree[Path]
  : Path extends `${infer Head}.${infer Rest}`
    ? Head extends keyof Tree
      ? At<Tree[Head], Rest>
      : never
    : never;

type TextAt<Tree, Path extends string> = At<Tree, Path> extends never ? At<Tree, `${Path}_other`> : At<Tree, Path>;

type Variables<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Variables<Rest> : never;

type Values = Readonly<Record<string, unknown>> & { ns?: never; returnObjects?: never };

/** A text with variables cannot be had without them; further values do no harm. */
type Arguments<Ns extends Namespace, Key extends string> =
  Variables<TextAt<Texts[Ns], Key>> extends never
    ? [values?: Values]
    : [values: Record<Variables<TextAt<Texts[Ns], Key>>, unknown> & Values];

/**
 * Gives the text of a key that exists, with all its variables. The library's own types promise less, and cost the type
 * checker several times as much.
 */
export type Translate<Ns extends Namespace> = {
  <Key extends TextKey<Ns>>(key: Key, ...values: Arguments<Ns, Key>): string;
  <Other extends Namespace>(key: TextKey<Other>, values: Readonly<Record<string, unknown>> & { ns: Other }): string;
  /** All texts below a key. */
  <Path extends string>(path: Path, options: { returnObjects: true }): At<Texts[Ns], Path>;
};

/** The library finds the texts; which there are is only known here. A test compares both languages with these types' source. */
export function withKnownKeys<Ns extends Namespace>(translate: unknown): Translate<Ns> {
  return translate as Translate<Ns>;
}
